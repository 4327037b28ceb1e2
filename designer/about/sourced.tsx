import type { Mark } from '../../procedures/procedure.ts';
import { Committed } from '../process/panel/committed.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';

const marks = ['verified', 'general-knowledge', 'design'] as const satisfies readonly Mark[];

/** Where a statement comes from, and how far it was checked. */
export const Sourced = ({ id, value, put }: { id: string; value: { readonly source: string; readonly mark: Mark }; put: (name: 'source' | 'mark', next: string) => void }) => {
  const text = useText();
  return (
    <div className="both">
      <Committed id={`${id}-source`} label={text('source')} hint={text('sourceHint')} value={value.source} onCommit={(next) => put('source', next)} />
      <Select id={`${id}-mark`} label={text('mark')} hint={text('markHint')} value={value.mark} options={marks.map((one) => ({ value: one, label: text(`mark_${one}`) }))} onChange={(next) => put('mark', next)} />
    </div>
  );
};
