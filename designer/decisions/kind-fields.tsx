import { TextArea } from '../../ui/field.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { kinds, type Kind } from './column-kind.ts';

/** What stands in the cells of a column: text, one of a list, numbers, yes and no. */
export const KindFields = ({ id, value, tried, onChange }: { id: string; value: Kind; tried: boolean; onChange: (value: Kind) => void }) => {
  const text = useText();
  return (
    <>
      <Select id={`${id}-kind`} label={text('columnKind')} value={value.kind} options={kinds.map((kind) => ({ value: kind, label: text(`columnKind_${kind}`) }))} onChange={(kind) => onChange({ ...value, kind: kind as Kind['kind'] })} />
      {value.kind === 'choice' && <TextArea id={`${id}-values`} label={text('columnValues')} hint={text('columnValuesHint')} error={tried && value.lines.trim() === '' ? text('columnValuesMissing') : undefined} value={value.lines} onChange={({ currentTarget }) => onChange({ ...value, lines: currentTarget.value })} />}
    </>
  );
};
