import { Rows } from '../../about/rows.tsx';
import { Committed } from '../../process/panel/committed.tsx';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { MarkedText } from '../marked-text.tsx';
import type { BlockProps, Of } from './block-editor.tsx';
import { RowsSource } from './rows-source.tsx';

const aligns = ['left', 'center', 'right'] as const;
const points = 2.83465;

/** A table with one row for each item of a list; a column's width is said in millimetres and kept in points. */
export const TableEditor = ({ id, block, put, lexicon }: BlockProps<'table'>) => {
  const text = useText();
  const names = lexicon(block.rows);
  const plain = lexicon();
  const width = ({ width: given }: Of<'table'>['columns'][number]): string => (typeof given === 'number' ? String(Math.round(given / points)) : '');
  return (
    <>
      <RowsSource id={`${id}-rows`} lexicon={plain} value={block.rows} onChange={(next) => put(['rows'], next)} />
      <Rows items={block.columns} title={({ head }) => plain.shown(head)} add={text('letterAddColumn')} fresh={(): Of<'table'>['columns'][number] => ({ head: text('letterNewColumn'), value: '{{ number }}' })} onChange={(next) => put(['columns'], next.length > 0 ? next : block.columns)}>
        {(column, index) => (
          <>
            <MarkedText id={`${id}-${index}-head`} label={text('letterColumnHead')} lexicon={plain} value={column.head} onChange={(next) => put(['columns', index, 'head'], next)} />
            <MarkedText id={`${id}-${index}-value`} label={text('letterColumnValue')} lexicon={names} value={column.value} onChange={(next) => put(['columns', index, 'value'], next)} />
            <div className="both">
              <Committed id={`${id}-${index}-width`} label={text('letterColumnWidth')} hint={text('letterColumnWidthHint')} optional value={width(column)} fault={(typed) => (/^(\d{1,3})?$/.test(typed.trim()) && typed.trim() !== '0' ? undefined : text('letterColumnWidthFault'))} onCommit={(typed) => /^\d{0,3}$/.test(typed.trim()) && put(['columns', index, 'width'], Number(typed) > 3 ? Math.round(Number(typed) * points) : undefined)} />
              <Select id={`${id}-${index}-align`} label={text('letterAlign')} value={column.align ?? 'left'} options={aligns.map((value) => ({ value, label: text(`letterAlign_${value}`) }))} onChange={(next) => put(['columns', index, 'align'], next === 'left' ? undefined : next)} />
            </div>
          </>
        )}
      </Rows>
      <MarkedText id={`${id}-empty`} label={text('letterEmpty')} optional lexicon={plain} value={block.empty ?? ''} onChange={(next) => put(['empty'], next || undefined)} />
      <div className="both">
        <MarkedText id={`${id}-total`} label={text('letterTotalLabel')} optional lexicon={plain} value={block.total?.label ?? ''} onChange={(next) => put(['total'], next === '' ? undefined : { value: '{{ fee.total | money }}', ...block.total, label: next })} />
        {block.total && <MarkedText id={`${id}-total-value`} label={text('letterTotalValue')} lexicon={plain} value={block.total.value} onChange={(next) => put(['total', 'value'], next)} />}
      </div>
    </>
  );
};
