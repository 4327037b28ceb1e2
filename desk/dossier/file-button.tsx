import { FileImage, FileText } from 'lucide-react';
import { byteSize } from '../../forms/media.ts';
import type { DossierFile } from '../../server/api/file.ts';
import { dateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** A file of the dossier; pressing shows it in the column. */
export const FileButton = ({ file, open, onOpen }: { file: DossierFile; open: boolean; onOpen: (file: DossierFile) => void }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <button type="button" className="file-button" aria-current={open ? 'true' : undefined} onClick={() => onOpen(file)}>
      <Icon of={file.type.startsWith('image/') ? FileImage : FileText} />
      <span>
        <span className="file-name">{file.name}</span>
        <span className="small muted">
          {byteSize(file.size, language)}
          {file.uploadedAt && <> · {dateTime(file.uploadedAt)}</>}
          {file.replaced && <strong> · {text('replaced')}</strong>}
        </span>
      </span>
    </button>
  );
};
