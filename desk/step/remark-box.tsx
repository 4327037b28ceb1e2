import { useEffect, useRef } from 'react';
import type { FieldPath } from '../../forms/field-path.ts';
import { useText } from '../words.ts';
import type { Flagging } from './step-state.ts';

/** What the citizen is to do about a flagged place; takes the focus when the flag was just set. */
export const RemarkBox = ({ flags, path, label, pane }: { flags: Flagging; path: FieldPath; label: string; pane: string }) => {
  const text = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const remark = flags.list.find((flag) => flag.path === path)?.remark ?? '';
  const id = `remark-${pane}-${path}`;
  const fresh = useRef(remark === '');
  useEffect(() => {
    if (!fresh.current || document.activeElement?.getAttribute('aria-pressed') !== 'true') return;
    box.current?.focus({ preventScroll: true });
    // the whole box, with its label, not just its first line
    box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="remark-box">
      <label htmlFor={id}>{text('remarkFor')} <span className="visually-hidden">{label}</span></label>
      <textarea ref={box} id={id} className="control" rows={2} maxLength={2000} value={remark} onChange={(event) => flags.remark(path, event.target.value)} />
    </div>
  );
};
