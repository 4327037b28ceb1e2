import type { ReactNode } from 'react';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { Rows } from './rows.tsx';

interface KeyedRowsProps<T> {
  id: string;
  items: Readonly<Record<string, T>>;
  title: (item: T, key: string) => string;
  add: string;
  /** The key of a new one, and the new one itself. */
  fresh: readonly [key: string, item: T];
  onChange: (items: Readonly<Record<string, T>>) => void;
  children: (item: T, key: string) => ReactNode;
}

const shape = /^[a-z][a-z0-9-]{0,60}$/;

/** Several of a kind that steps call by their keys; a key is free as long as no other has it. */
export function KeyedRows<T>({ id, items, title, add, fresh, onChange, children }: KeyedRowsProps<T>) {
  const text = useText();
  const list = Object.entries(items);
  // what is no key is said beside it, and nothing is renamed
  const faultOf = (key: string, typed: string) => (!shape.test(typed) ? text('rowKeyShape') : typed !== key && Object.hasOwn(items, typed) ? text('rowKeyTaken') : undefined);
  const rename = (key: string, next: string) => faultOf(key, next) === undefined && onChange(Object.fromEntries(list.map(([before, item]) => [before === key ? next : before, item])));
  return (
    <Rows items={list} title={([key, item]) => title(item, key)} add={add} fresh={() => fresh} onChange={(next) => onChange(Object.fromEntries(next))}>
      {([key, item], index) => (
        <>
          {children(item, key)}
          <Committed id={`${id}-${index}-key`} label={text('rowKey')} hint={text('rowKeyHint')} value={key} code fault={(typed) => faultOf(key, typed.trim())} onCommit={(next) => rename(key, next.trim())} />
        </>
      )}
    </Rows>
  );
}
