import type { Validity } from '../../procedures/in-force.ts';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { StandingToday } from './standing.tsx';

const day = /^(\d{4}-\d{2}-\d{2})?$/;

/** From when to when something holds, and how it stands today. */
export const Days = ({ id, of, put }: { id: string; of: Validity; put: (name: 'from' | 'to', next: string | undefined) => void }) => {
  const text = useText();
  return (
    <>
      <p><StandingToday of={of} /></p>
      <div className="both">
        {(['from', 'to'] as const).map((name) => (
          <Committed
            key={name} id={`${id}-${name}`} label={text(`valid_${name}`)} hint={text('dayHint')} optional value={of[name] ?? ''}
            fault={(typed) => (day.test(typed.trim()) ? undefined : text('dayFault'))} onCommit={(typed) => put(name, typed.trim() || undefined)}
          />
        ))}
      </div>
    </>
  );
};
