import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import { keyActs } from './keys.ts';
import { setKeys, useKeys, useKeysOn } from './use-keys.ts';

/** The keys of the desk, and the switch that turns them off. */
export const KeyHelp = () => {
  const text = useText();
  const [open, setOpen] = useState(false);
  const on = useKeysOn();
  useKeys({ help: () => setOpen(true) });
  return (
    <>
      <Button kind="quiet" small onClick={() => setOpen(true)}>
        <Icon of={Keyboard} />
        {text('keys')}
      </Button>
      <Dialog open={open} title={text('keys')} onClose={() => setOpen(false)}>
        <dl className="key-list">
          {Object.entries(keyActs).map(([key, act]) => (
            <div key={key}>
              <dt><kbd>{key}</kbd></dt>
              <dd>{text(`key_${act}`)}</dd>
            </div>
          ))}
        </dl>
        <Check id="keys-on" label={text('keysOn')} checked={on} onChange={setKeys} />
      </Dialog>
    </>
  );
};
