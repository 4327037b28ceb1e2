import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

/** The last day on which something holds; or that it holds on. */
export const EndForm = ({ ended, onEnd }: { ended: boolean; onEnd: (day: string | null) => Promise<void> }) => {
  const text = useText();
  const [day, setDay] = useState('');
  const act = useAct(async (_key, last: string | null) => onEnd(last));
  return (
    <details>
      <summary>{text(ended ? 'reopenIt' : 'endIt')}</summary>
      {ended ? <p><Button busy={act.busy} onClick={() => act.run(null)}>{text('reopenNow')}</Button></p> : (
        <>
          <DateField id="last-day" label={text('lastDay')} value={day} onChange={setDay} />
          <Button busy={act.busy} onClick={() => isDay(day) && act.run(day)}>{text('endNow')}</Button>
        </>
      )}
      {act.problem && <ActProblem problem={act.problem} />}
    </details>
  );
};
