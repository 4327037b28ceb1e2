import { Link } from 'wouter';
import type { ServiceSheet } from '../../server/api/procedure.ts';
import { timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';

/** Procedures that go with this one: whose they are, how long they take, what comes of them. */
export const LinkedProcedures = ({ procedures }: { procedures: ServiceSheet['begins'] }) => {
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {procedures.map(({ key, name, agency, timeLimit: limit, result }) => (
        <li key={key}>
          <Link className="service-resume" href={`/services/${key}`}>{pick(name, language)}</Link>
          <p className="small">{pick(result, language)}</p>
          <p className="muted small">{pick(agency, language)} · {timeLimit(limit, language)}</p>
        </li>
      ))}
    </ul>
  );
};
