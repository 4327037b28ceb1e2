import { feelFault } from '../../process/panel/feel-fault.ts';
import { Committed } from '../../process/panel/committed.tsx';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import type { Lexicon } from '../lexicon.ts';

/** Which list is gone through; one that has no name is edited as FEEL. */
export const RowsSource = ({ id, lexicon, value, onChange }: { id: string; lexicon: Lexicon; value: string; onChange: (feel: string) => void }) => {
  const text = useText();
  const lists = lexicon.names.filter(({ rows }) => rows);
  const isNamed = lists.some(({ feel }) => feel === value);
  return isNamed
    ? <Select id={id} label={text('letterRows')} hint={text('letterRowsHint')} value={value} options={lists.map((name) => ({ value: name.feel, label: lexicon.labelOf(name) }))} onChange={onChange} />
    : <Committed id={id} label={text('letterRowsFeel')} value={value} long code fault={feelFault(text)} onCommit={onChange} />;
};
