import { useState } from 'react';
import { useText } from '../../words.ts';
import { limitUnits, readLimit, writeLimit, type LimitUnit } from '../limit.ts';
import { Committed } from './committed.tsx';

/** Amount and unit of a time limit; another writing ("same day") is edited as text. */
export const LimitField = ({ id, label, value, onCommit, hint }: { id: string; label: string; value: string; onCommit: (value: string) => void; hint?: string }) => {
  const text = useText();
  const read = readLimit(value);
  // the unit may be chosen before there is an amount
  const [chosen, setUnit] = useState<LimitUnit>('working days');
  const unit = read?.unit ?? chosen;
  if (value !== '' && !read) return <Committed id={id} label={label} value={value} hint={text('limitAsText')} code onCommit={onCommit} />;
  const amount = read?.amount ?? '';
  return (
    <div className="limit">
      <Committed
        id={id} label={label} value={amount} {...(hint && { hint })}
        fault={(typed) => (typed.trim() === '' || readLimit(writeLimit({ amount: typed, unit })) ? undefined : text('limitFault'))}
        onCommit={(typed) => onCommit(writeLimit({ amount: typed, unit }))}
      />
      <select
        className="control" aria-label={text('limitUnit')} value={unit}
        onChange={(event) => {
          const next = event.target.value as LimitUnit;
          setUnit(next);
          if (amount !== '') onCommit(writeLimit({ amount, unit: next }));
        }}
      >
        {limitUnits.map((one) => <option key={one} value={one}>{text(`unit_${one.replace(' ', '_')}` as 'unit_days')}</option>)}
      </select>
    </div>
  );
};
