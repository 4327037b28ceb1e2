import type { ClockView, StepClock } from '../api/clock.ts';
import type { Badge } from '../api/task.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';

/** What is worth seeing about a step at a glance. `earlier` are the dossier's other steps. */
export function badgesOf(task: TaskRow, earlier: readonly TaskRow[], unread: number, step: StepClock, dossier: ClockView): Badge[] {
  const before = earlier.filter((other) => other.id !== task.id && other.openedAt <= task.openedAt);
  const last = before.toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''))[0];
  const badges: Badge[] = [];
  if (task.claimedBy === null && task.status === 'open') badges.push('new');
  if (before.some((other) => other.node === task.node && other.status === 'completed') && last?.role !== 'applicant') badges.push('returned');
  if (last?.role === 'applicant' && last.status === 'completed') badges.push('supplemented');
  if (unread > 0) badges.push('message');
  if (dossier.status === 'paused') badges.push('paused');
  else if (step.verdict === 'late' || dossier.verdict === 'late') badges.push('late');
  else if (step.verdict === 'soon' || dossier.verdict === 'soon') badges.push('soon');
  return badges;
}
