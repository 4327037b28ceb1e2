import { Trash2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { freshCondition, freshOperand } from './fresh.ts';
import { NameSelect } from './name-select.tsx';
import type { Named } from './named.ts';
import { compareWord } from './phrases.ts';
import { comparisonsOf, isBare, isList, type Comparison, type Condition } from './sentence.ts';
import { ValueInput } from './value-input.tsx';

interface ConditionRowProps {
  id: string;
  named: readonly Named[];
  /** What the names are: questions, or facts. */
  nameLabel: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
  /** Left out where it must stand. */
  onRemove: (() => void) | undefined;
}

/** One condition: what it looks at, a comparison that fits its kind, and what with. */
export const ConditionRow = ({ id, named, nameLabel, condition, onChange, onRemove }: ConditionRowProps) => {
  const text = useText();
  const one = named.find(({ name }) => name === condition.name);
  const choose = (name: string) => {
    const next = named.find((other) => other.name === name);
    if (next) onChange(freshCondition(next));
  };
  const compareAs = (compare: Comparison) => {
    if (!one) return;
    const { with: before, ...rest } = condition;
    const fits = before !== undefined && 'list' in before === isList(compare);
    onChange(isBare(compare) ? { ...rest, compare } : { ...rest, compare, with: fits ? before : freshOperand(one, compare) });
  };
  return (
    <div className="rule-condition" role="group" aria-label={text('oneCondition')}>
      <NameSelect id={`${id}-question`} label={nameLabel} named={named} value={condition.name} onChange={choose} />
      {one && <Select id={`${id}-compare`} label={text('theComparison')} value={condition.compare} options={comparisonsOf[one.kind].map((value) => ({ value, label: compareWord(text, value, one.kind) }))} onChange={(next) => compareAs(next as Comparison)} />}
      {one && condition.with !== undefined && <ValueInput id={`${id}-value`} named={named} one={one} compare={condition.compare} value={condition.with} onChange={(value) => onChange({ ...condition, with: value })} />}
      {onRemove && <Button small kind="quiet" onClick={onRemove}><Icon of={Trash2} />{text('removeCondition')}</Button>}
    </div>
  );
};
