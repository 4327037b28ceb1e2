import { ArrowLeft, ArrowRight, Download, ExternalLink, List } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DossierFile } from '../../server/api/file.ts';
import { addressOf } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pdf } from '../../ui/pdf.tsx';
import { useText } from '../words.ts';

interface FilePreviewProps {
  readonly file: DossierFile;
  readonly files: readonly DossierFile[];
  readonly onOpen: (file: DossierFile | undefined) => void;
}

/** A file in its column: a picture or a PDF is shown, anything else is downloaded. */
export const FilePreview = ({ file, files, onOpen }: FilePreviewProps) => {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const at = files.findIndex((one) => one.file === file.file);
  const shown = addressOf('GET /api/files/:id', { id: file.file }, { inline: '1' });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="file-preview">
      <div className="file-bar">
        <Button kind="quiet" small onClick={() => onOpen(undefined)}><Icon of={List} />{text('allPapers')}</Button>
        <span className="row">
          <Button small aria-label={text('previousFile')} aria-disabled={at <= 0} onClick={() => at > 0 && onOpen(files[at - 1])}><Icon of={ArrowLeft} /></Button>
          <Button small aria-label={text('nextFile')} aria-disabled={at >= files.length - 1} onClick={() => at < files.length - 1 && onOpen(files[at + 1])}><Icon of={ArrowRight} /></Button>
        </span>
      </div>
      <h2 ref={heading} tabIndex={-1} className="file-title">{file.name}</h2>
      <p className="row small">
        <a href={shown} target="_blank" rel="noreferrer"><Icon of={ExternalLink} /> {text('openInTab')}</a>
        <a href={addressOf('GET /api/files/:id', { id: file.file })} download><Icon of={Download} /> {text('download')}</a>
      </p>
      {file.type.startsWith('image/') ? <img className="file-picture" src={shown} alt={file.name} />
        : file.type === 'application/pdf' ? <Pdf className="file-pdf" src={shown} title={file.name} />
        : <p>{text('noPreview')}</p>}
    </div>
  );
};
