import type { Procedure } from '../../procedures/procedure.ts';
import { readingsOf } from '../../procedures/readings.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { Named } from '../conditions/named.ts';
import { feelWords } from '../review/told/feel-words.ts';
import { useText } from '../words.ts';

/** Where sources disagree: what each says, which is followed, and what is still to be done about it. They are told, never edited here: which reading holds shows in limits, tables and papers. */
export const Conflicts = ({ of, named }: { of: Procedure['conflicts']; named: readonly Named[] }) => {
  const text = useText();
  const language = useLanguage();
  if (of.length === 0) return <p>{text('conflictsNone')}</p>;
  return (
    <ul className="conflicts">
      {of.map(({ id, subject, when, flag, ...conflict }) => (
        <li key={id}>
          <h3>{pick(subject, language)}</h3>
          <State tone="soon" word={pick(flag, language)} />
          {when !== undefined && <p className="muted">{text('conflictOnly', { when: feelWords(when, named, { text, language }) })}</p>}
          <ul className="conflict-readings">
            {readingsOf(conflict).map(({ value, used, source, mark }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two sources may say the same
              <li key={index}>
                <strong>{pick(value, language)}</strong> {used && <State tone="open" word={text('conflictUsed')} />}
                <p className="muted small">{source} · {text(`mark_${mark}`)}</p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};
