import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
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
          <TextField id="last-day" type="date" label={text('lastDay')} value={day} onChange={({ target }) => setDay(target.value)} />
          <Button busy={act.busy} onClick={() => day !== '' && act.run(day)}>{text('endNow')}</Button>
        </>
      )}
      {act.problem && <ActProblem problem={act.problem} />}
    </details>
  );
};
