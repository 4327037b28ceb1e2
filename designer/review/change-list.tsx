import type { FileChange } from './use-changes.ts';

/** Changes in sentences, file by file. */
export const ChangeList = ({ files }: { files: readonly FileChange[] }) => (
  <dl className="review-files">
    {files.map(({ path, sentences }) => (
      <div key={path}>
        <dt><code>{path}</code></dt>
        <dd><ul>{sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul></dd>
      </div>
    ))}
  </dl>
);
