import { FastForward } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { AdvanceTrial, Trial } from '../../server/api/trial.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { dateTime, longDate, time } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

interface Moving { readonly run: (by: AdvanceTrial) => void; readonly busy: boolean; readonly problem: Problem | undefined }

const steps = [['tryHour', '1 working hour'], ['tryDay', '1 working day'], ['tryTenDays', '10 working days']] as const;

/** What time it is in the trial, and the ways to make it later. */
export const ClockBar = ({ trial: { at, nextAt }, moving, children }: { trial: Trial; moving: Moving; children: ReactNode }) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <div className="trial-clock">
      <p className="trial-now" aria-live="polite">
        <span className="muted">{text('tryClock')}</span> <strong>{time(at)} {longDate(at, language)}</strong>
      </p>
      <div className="row" role="group" aria-label={text('tryMove')}>
        <Button small busy={moving.busy} aria-disabled={nextAt === null} onClick={() => nextAt !== null && moving.run({ next: true })}>
          <Icon of={FastForward} />{nextAt === null ? text('tryNothingNext') : text('trialNext', { at: dateTime(nextAt) })}
        </Button>
        {steps.map(([word, by]) => <Button small key={by} aria-disabled={moving.busy} onClick={() => moving.run({ by })}>{text(word)}</Button>)}
        <form
          className="trial-to"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            // The office opens at half past seven; by then the day's limits of the day before have passed.
            if (!isDay(day)) return;
            moving.run({ to: new Date(`${day}T07:30:00+07:00`).toISOString() });
            // once there, it would be a day that is over
            setDay('');
            setAsked(false);
          }}
        >
          <DateField id={id} label={text('tryTo')} error={asked && day.trim() === '' ? text('tryToMissing') : undefined} min={at.slice(0, 10)} value={day} onChange={setDay} />
          <Button small type="submit" aria-disabled={moving.busy}>{text('tryGo')}</Button>
        </form>
      </div>
      <div className="row trial-ends">{children}</div>
      {moving.problem && <ProblemView error={moving.problem} />}
    </div>
  );
};
