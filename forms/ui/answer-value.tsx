import { FileText } from 'lucide-react';
import type { AnswerRow } from '../answers.ts';
import type { FileValue } from '../form.ts';
import { byteSize } from '../media.ts';
import type { Lang } from '../text.ts';
import type { Say } from './words.ts';

interface AnswerValueProps {
  readonly row: AnswerRow;
  readonly say: Say;
  readonly lang: Lang;
  readonly fileHref?: ((file: FileValue) => string) | undefined;
}

/** One answer as it is read: lines, files, or the rows of a repeating group. */
export function AnswerValue({ row, say, lang, fileHref }: AnswerValueProps) {
  if (row.lines.length === 0 && row.files.length === 0 && row.groups.length === 0) return <span className="muted">{say('unanswered')}</span>;
  return (
    <>
      {row.lines.map((line, index) => <span key={index} className="form-line">{line}</span>)}
      {row.files.map((file) => row.signed && fileHref ? <img key={file.file} className="form-signature" src={fileHref(file)} alt={file.name.replace(/\.png$/, '')} /> : (
        <span key={file.file} className="form-line">
          <FileText className="icon" aria-hidden="true" /> {fileHref ? <a href={fileHref(file)}>{file.name}</a> : file.name} <span className="number muted">{byteSize(file.size, lang)}</span>
        </span>
      ))}
      {row.groups.map((group) => (
        <span key={group.path} className="form-line">
          <strong>{group.title}</strong>
          {group.rows.filter(({ lines }) => lines.length > 0).map((cell) => <span key={cell.path} className="form-line">{cell.label}: {cell.lines.join(', ')}</span>)}
        </span>
      ))}
    </>
  );
}
