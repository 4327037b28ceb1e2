import type { DeskDossier, OpenQuestion } from '../../server/api/desk.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** Where sources of law disagree, at the place that it touches: what is to be looked at, and on opening what each source says. */
export const OpenQuestions = ({ dossier, about }: { dossier: Pick<DeskDossier, 'questions'>; about: OpenQuestion['about'] }) => {
  const text = useText();
  const language = useLanguage();
  const found = dossier.questions.filter((question) => question.about === about);
  if (found.length === 0) return null;
  return (
    <div className="open-questions">
      {found.map(({ id, subject, flag, readings }) => (
        <details key={id}>
          <summary><State tone="soon" word={text('openQuestion', { subject: pick(subject, language) })} /></summary>
          <p>{pick(flag, language)}</p>
          <ul>
            {readings.map(({ value, used, source, mark }) => (
              <li key={`${value.vi} ${source}`}>
                <strong>{pick(value, language)}</strong> {used && <State tone="open" word={text('readingUsed')} />}
                <span className="small muted">{source} · {text(`mark_${mark}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
};
