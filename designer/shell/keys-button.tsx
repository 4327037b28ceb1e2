import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';

const keys = ['panes', 'save', 'undo', 'list', 'enter', 'escape', 'insert', 'cells', 'move'] as const;

/** The keys that the designer knows besides those of every page, told where anybody finds them. */
export const KeysButton = () => {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small kind="quiet" onClick={() => setOpen(true)}><Icon of={Keyboard} /><span className="shell-word">{text('keysTitle')}</span></Button>
      <Dialog open={open} title={text('keysTitle')} onClose={() => setOpen(false)}>
        <dl className="keys">
          {keys.map((key) => (
            <div key={key}>
              <dt><kbd>{text(`key_${key}`)}</kbd></dt>
              <dd>{text(`keyDoes_${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
};
