import type { TimelineStep } from '../../server/api/timeline.ts';
import { dueDate, longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Timeline, type TimelineState } from '../../ui/timeline.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

const stateOf = ({ standing, whose, clock }: TimelineStep): TimelineState => {
  if (standing === 'done' || standing === 'cancelled') return 'done';
  if (standing === 'next') return 'todo';
  return whose === 'applicant' ? 'waiting' : clock.verdict === 'late' ? 'late' : 'current';
};

/** The steps of a dossier: done, open, and the likely next ones. */
export const Progress = ({ steps }: { steps: readonly TimelineStep[] }) => {
  const text = useText();
  const language = useLanguage();
  const items = steps
    .filter(({ standing }) => standing !== 'cancelled')
    .map((step, index) => {
      const at = step.to ?? step.from;
      const notes = [step.standing !== 'next' && step.unit && pick(step.unit.name, language), step.outcome && pick(step.outcome, language)].filter(Boolean);
      const due = step.standing === 'current' && step.clock.dueAt ? text('stepDue', { date: dueDate(step.clock.dueAt, step.clock.left, language) }) : undefined;
      return {
        key: `${index}`,
        title: pick(step.name, language),
        state: stateOf(step),
        ...(at && { at: longDate(at, language) }),
        detail: <p className="muted small">{[...notes, due].filter(Boolean).join(' · ')}</p>,
      };
    });
  return <Timeline items={items} />;
};
