import type { Validity } from '../../procedures/in-force.ts';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { useText } from '../words.ts';
import { StandingToday } from './standing.tsx';

/** From when to when something holds, and how it stands today. What is typed and no day yet does not reach the file. */
export const Days = ({ id, of, put }: { id: string; of: Validity; put: (name: 'from' | 'to', next: string | undefined) => void }) => {
  const text = useText();
  return (
    <>
      <p><StandingToday of={of} /></p>
      <div className="both">
        {(['from', 'to'] as const).map((name) => (
          <DateField
            key={name} id={`${id}-${name}`} label={text(`valid_${name}`)} hint={text('dayIncluded')} optional value={of[name] ?? ''} {...(name === 'to' && of.from !== undefined && { min: of.from })}
            onChange={(day) => (day === '' || isDay(day)) && put(name, day || undefined)}
          />
        ))}
      </div>
    </>
  );
};
