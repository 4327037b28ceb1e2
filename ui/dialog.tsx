import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useKitText } from './words.ts';
import './dialog.css';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  actions?: ReactNode;
  wide?: boolean;
}

/** A native modal dialog: the browser keeps the focus inside and gives it back when the dialog closes, also where it is taken away while open. */
export const Dialog = ({ open, title, onClose, children, actions, wide = false }: DialogProps) => {
  const text = useKitText();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  // one that is only removed closes without giving the focus back (HTML, the dialog element's removing steps)
  useLayoutEffect(() => {
    const shown = box.current;
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={box} className={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={id} onClose={() => box.current && onClose()}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="dialog-close" aria-label={text('close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </div>
      {open && children}
      {actions && <div className="row dialog-actions">{actions}</div>}
    </dialog>
  );
};
