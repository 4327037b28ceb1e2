import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import { moved } from './change.ts';

interface RowsProps<T> {
  items: readonly T[];
  /** What a row is called in its summary line. */
  title: (item: T, index: number) => string;
  /** The button that adds one. */
  add: string;
  fresh: () => T;
  /** The only one is open from the beginning. */
  openAlone?: boolean;
  onChange: (items: readonly T[]) => void;
  children: (item: T, index: number) => ReactNode;
}

/** Several of a kind, each folded into its title, a new one open; added, removed and put in order by buttons. */
export function Rows<T>({ items, title, add, fresh, openAlone = false, onChange, children }: RowsProps<T>) {
  const text = useText();
  const [added, setAdded] = useState<number>();
  return (
    <div className="field-rows">
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the rows have no names of their own
        <details key={index} className="field-row" open={index === added || (openAlone && items.length === 1) || undefined}>
          <summary><span className="field-row-name">{title(item, index) || text('untitled')}</span></summary>
          <div role="group" aria-label={title(item, index) || text('untitled')}>{children(item, index)}</div>
          <div className="row">
            <Button small aria-disabled={index === 0} onClick={() => onChange(moved(items, index, -1))}><Icon of={ArrowUp} />{text('up')}</Button>
            <Button small aria-disabled={index === items.length - 1} onClick={() => onChange(moved(items, index, 1))}><Icon of={ArrowDown} />{text('down')}</Button>
            <Button small kind="quiet" onClick={() => onChange(items.filter((_, other) => other !== index))}><Icon of={Trash2} />{text('removeRow')}</Button>
          </div>
        </details>
      ))}
      <Button small onClick={() => { setAdded(items.length); onChange([...items, fresh()]); }}><Icon of={Plus} />{add}</Button>
    </div>
  );
}
