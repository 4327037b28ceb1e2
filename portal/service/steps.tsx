import type { ServiceSheet } from '../../server/api/procedure.ts';
import { timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

/** The steps that a dossier takes, who does them, and how long each may last. */
export const Steps = ({ steps }: { steps: ServiceSheet['steps'] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <ol className="service-steps">
      {steps.map(({ node, name, text: more, whose, timeLimit: limit }) => (
        <li key={node}>
          <p>{pick(name, language)}</p>
          {more && <p className="small">{pick(more, language)}</p>}
          <p className="muted small">{[text(`whose_${whose}`), limit && text('atMost', { time: timeLimit(limit, language) })].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ol>
  );
};
