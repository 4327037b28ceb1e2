import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { reasonWords } from '../versions/reason-words.ts';
import { useText } from '../words.ts';
import type { Told, Touching } from './causes.ts';

/** What one change asks of whom: how many dossiers, why, where they stand, and which. */
export const Touched = ({ title, hint, touched: { clerk, citizen, cannot, reasons } }: { title: string; hint?: string; touched: Touching }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <p className="flight-change">{title}</p>
      {hint && <p className="muted small">{hint}</p>}
      <p className="row">
        {clerk > 0 && <State tone="soon" word={text('flightClerk', { count: clerk })} />}
        {citizen > 0 && <State tone="waiting" word={text('flightCitizen', { count: citizen })} />}
        {cannot > 0 && <State tone="late" word={text('flightCannot', { count: cannot })} />}
      </p>
      <ul>
        {reasons.map((told, index) => (
          <li key={index}>
            {reasonWords(told.reason, text, language)}
            <Codes told={told} />
          </li>
        ))}
      </ul>
    </>
  );
};

const mostNamed = 50;

/** Which dossiers, and where they stand: those that the reader may open are links, the rest are known by their code. */
const Codes = ({ told: { dossiers, count } }: { told: Told }) => {
  const text = useText();
  const language = useLanguage();
  const named = dossiers.slice(0, mostNamed);
  return (
    <details className="flight-which">
      <summary>{text('inFlightWhich', { count })}</summary>
      <ul>
        {named.map(({ id, code, page, at }) => (
          <li key={id}>
            {page === null ? code : <a href={page === 'dossier' ? `/desk/dossiers/${id}` : `/desk/process/${id}`}>{code}</a>}
            <span className="muted">{at.map(({ name }) => pick(name, language)).join(', ')}</span>
          </li>
        ))}
        {count > named.length && <li className="muted">{text('inFlightMore', { count: count - named.length })}</li>}
      </ul>
    </details>
  );
};
