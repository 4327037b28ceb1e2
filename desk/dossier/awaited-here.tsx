import type { DeskDossier } from '../../server/api/desk.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** Steps that will begin by themselves once their data are there: which data, and which step gives them. */
export const AwaitedHere = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {dossier.awaited.map(({ node, step, needs }, index) => (
        <Notice key={`${node} ${index}`} title={text('awaitedAt', { step: pick(step, language) })}>
          <p>{text(needs.length > 1 ? 'awaitedOneOf' : 'awaitedAll')}</p>
          <ul>
            {needs.map((set) => {
              const said = set.map(({ data, from }) => (from === null ? data : text(data.includes('.') ? 'awaitedFrom' : 'awaitedResult', { data, step: pick(from, language) }))).join('; ');
              return <li key={said}>{said}</li>;
            })}
          </ul>
          <p className="small">{text('awaitedHint')}</p>
        </Notice>
      ))}
    </>
  );
};
