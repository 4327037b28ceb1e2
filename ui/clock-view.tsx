import type { ClockView as Clock, ClockVerdict } from '../server/api/clock.ts';
import { longDate, time, workingTime } from './format.ts';
import { State, type StateTone } from './state.tsx';
import { useLeft } from './use-left.ts';
import { useLanguage } from './use-text.ts';
import { useKitText } from './words.ts';
import './clock-view.css';

const tones: Record<ClockVerdict, StateTone> = {
  none: 'plain', within: 'open', soon: 'soon', late: 'late', paused: 'paused', early: 'done', 'on-time': 'done',
};

/** The verdict of a clock in colour, icon and words: "Còn 3 ngày làm việc". The server counts; here only minutes of the clock on the wall run on. */
export const ClockState = (said: Pick<Clock, 'verdict' | 'left'>) => {
  const { verdict, left } = useLeft(said);
  const text = useKitText();
  const language = useLanguage();
  const amount = left && left.amount !== 0 ? workingTime(left, language) : undefined;
  const words: Record<ClockVerdict, string> = {
    none: text('clockWaiting'),
    within: amount ? text('clockLeft', { time: amount }) : text('clockToday'),
    soon: amount ? text('clockLeft', { time: amount }) : text('clockToday'),
    late: amount ? text('clockLate', { time: amount }) : text('stateLate'),
    paused: text('clockPaused'),
    early: text('clockEarly'),
    'on-time': text('clockOnTime'),
  };
  return <State tone={tones[verdict]} word={words[verdict]} />;
};

/** The legal clock of a dossier: the verdict, and the day the result is due. */
export const ClockView = ({ clock }: { clock: Clock }) => {
  const text = useKitText();
  const language = useLanguage();
  return (
    <div className="clock-view">
      <ClockState {...clock} />
      {clock.dueAt && clock.status !== 'ended' && (
        <p>{text('clockDue', { date: `${longDate(clock.dueAt, language)}, ${time(clock.dueAt)}` })}</p>
      )}
      {clock.endedAt && <p>{text('clockEndedAt', { date: longDate(clock.endedAt, language) })}</p>}
      {clock.status === 'paused' && <p className="muted small">{text('clockPausedWhy')}</p>}
      {!clock.confirmed && clock.status === 'running' && <p className="muted small">{text('clockUnconfirmed')}</p>}
    </div>
  );
};
