import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

const every = '.bpmn,.xml,.json,.dmn';

/** A button that asks for files, of some kinds alone where they are named; `zip` as well where a whole package may come. */
export const ChooseFiles = ({ label, busy, kinds = every, zip = false, small = false, main = false, onFiles }: { label: string; busy: boolean; kinds?: string; zip?: boolean; small?: boolean; main?: boolean; onFiles: (files: readonly File[]) => void }) => {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={main ? 'main' : 'plain'} small={small} busy={busy} onClick={() => chooser.current?.click()}><Icon of={FileUp} />{label}</Button>
      <input
        ref={chooser} type="file" multiple accept={zip ? `${kinds},.zip,application/zip` : kinds} hidden aria-hidden="true" tabIndex={-1}
        onChange={({ currentTarget }) => {
          const files = [...currentTarget.files ?? []];
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
};
