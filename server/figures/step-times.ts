import { elapsed } from '../../engine/calendar/elapsed.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';

/** `minutes`: what each time took that it was done, in working minutes by the calendar of its unit. */
export interface StepTimes { readonly node: string; readonly count: number; readonly open: number; readonly late: number; readonly minutes: readonly number[] }

/** How often each step was opened, is open, was late, and how long it took. */
export async function stepTimes(keeper: Store, tx: Transaction, tasks: readonly TaskRow[], at: string): Promise<StepTimes[]> {
  const steps: StepTimes[] = [];
  for (const [node, all] of Map.groupBy(tasks, (task) => task.node)) {
    const minutes: number[] = [];
    for (const { openedAt, closedAt, status, unitId } of all) if (closedAt !== null && status === 'completed') minutes.push(elapsed(await calendarOf(keeper, tx, unitId), openedAt, closedAt));
    steps.push({
      node, count: all.length, open: all.filter(({ status }) => status === 'open').length,
      late: all.filter(({ dueAt, closedAt }) => dueAt !== null && (closedAt ?? at) > dueAt).length, minutes,
    });
  }
  return steps;
}
