import { Redo2, Undo2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import { redoEdit, undoEdit, useBench } from './bench.ts';

/** The way back and forth in one file. */
export const UndoButtons = ({ packageKey, path }: { packageKey: string; path: string }) => {
  const text = useText();
  const history = useBench(packageKey).edits.get(path);
  return (
    <div className="row">
      <Button small aria-disabled={!history?.past.length} onClick={() => undoEdit(packageKey, path)}><Icon of={Undo2} />{text('undo')}</Button>
      <Button small aria-disabled={!history?.future.length} onClick={() => redoEdit(packageKey, path)}><Icon of={Redo2} />{text('redo')}</Button>
    </div>
  );
};

/** An editor of one file: the keys of undo and redo work wherever the focus is in it. */
export const Undoable = ({ packageKey, path, className, children }: { packageKey: string; path: string; className: string; children: ReactNode }) => {
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undoEdit(packageKey, path);
    else if (key === 'y' || key === 'z') redoEdit(packageKey, path);
    else return;
    event.preventDefault();
  };
  return <div className={className} onKeyDown={keys} role="presentation">{children}</div>;
};
