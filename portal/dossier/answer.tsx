import type { DossierView } from '../../server/api/dossier.ts';
import { addressOf } from '../../ui/api.ts';
import { useText } from './words.ts';

type Files = NonNullable<DossierView['answer']>['pictures'];

/** Only what a browser draws; a HEIC is kept as evidence, and downloaded. */
const drawn = /^image\/(?:jpeg|png|webp)$/;

const Pictures = ({ title, files }: { title: string; files: Files }) =>
  files.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="answer-pictures">
        {files.map(({ file }, index) => <li key={file}><img src={addressOf('GET /api/files/:id', { id: file }, { inline: '1' })} alt={`${title} ${index + 1}`} loading="lazy" /></li>)}
      </ul>
    </>
  );

/** What the office answers at the end, with the pictures before and after. */
export const Answer = ({ dossier: { answer, files } }: { dossier: DossierView }) => {
  const text = useText();
  if (!answer) return null;
  return (
    <section className="answer">
      <h2>{text('answerTitle')}</h2>
      <p>{answer.text}</p>
      {answer.pictures.length > 0 && (
        <div className="answer-compared">
          <div><Pictures title={text('answerBefore')} files={files.filter(({ replaced, type }) => !replaced && drawn.test(type))} /></div>
          <div><Pictures title={text('answerAfter')} files={answer.pictures.filter(({ type }) => drawn.test(type))} /></div>
        </div>
      )}
    </section>
  );
};
