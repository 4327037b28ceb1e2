import { useText } from '../words.ts';
import { DrawnChanges } from './drawn-changes.tsx';
import './review.css';
import type { FileChange } from './differences.ts';

/** Changes in sentences, file by file; files that are there or gone as a whole in one list each. */
export const ChangeList = ({ files }: { files: readonly FileChange[] }) => {
  const text = useText();
  const whole = (['added', 'removed'] as const).map((what) => ({ title: text(`files_${what}`), lines: files.filter((file) => file.whole === what).map(({ title }) => title) }));
  const groups = [...files.filter((file) => file.whole === undefined).map(({ path, title, said, drawn }) => ({ path, title, lines: said.map((change) => change.text), drawn })), ...whole.map((group) => ({ ...group, path: '', drawn: undefined }))].filter(({ lines }) => lines.length > 0);
  return (
    <dl className="review-files">
      {groups.map(({ path, title, lines, drawn }, group) => (
        <div key={group}>
          <dt>{title}</dt>
          <dd><ul>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>{drawn && <DrawnChanges path={path} drawn={drawn} />}</dd>
        </div>
      ))}
    </dl>
  );
};
