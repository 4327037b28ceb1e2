import type { ClockView, StepClock } from '../../server/api/clock.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { dateTime, workingTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** When this step is due, and below it the dossier's own clock: both count, and they differ. */
export const StepDue = ({ clock, dossier }: { clock: StepClock; dossier: ClockView }) => {
  const text = useText();
  const language = useLanguage();
  const left = dossier.left && dossier.left.amount !== 0 ? workingTime(dossier.left, language) : undefined;
  const whole =
    dossier.status === 'paused' ? text('wholePaused')
    : dossier.status !== 'running' ? undefined
    : dossier.verdict === 'late' ? text('wholeLate', { time: left ?? '' })
    : left ? text('wholeLeft', { time: left }) : text('wholeToday');
  return (
    <>
      {clock.limit === null && clock.dueAt === null ? <span className="muted small">{text('noLimit')}</span> : <ClockState verdict={clock.verdict} left={clock.left} />}
      {clock.dueAt && <span className="number small">{dateTime(clock.dueAt)}</span>}
      {whole && <span className={dossier.verdict === 'late' ? 'whole-late small' : 'muted small'}>{whole}</span>}
    </>
  );
};
