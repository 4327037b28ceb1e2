import type { LocalText } from '../../engine/definition.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';

/** Which time it is that this step is done: 2 when it was done once before, as after a return for rework. */
const roundOf = (tasks: readonly TaskRow[], task: TaskRow): number =>
  1 + tasks.filter((other) => other.node === task.node && other.status === 'completed' && other.closedAt !== null && other.id !== task.id && other.closedAt <= task.openedAt).length;

/** The name of a step, with its round when it is done again: "Soạn kết quả (lần 2)". */
export function namedByRound({ vi, en }: LocalText, tasks: readonly TaskRow[], task: TaskRow): LocalText {
  const round = roundOf(tasks, task);
  return round === 1 ? { vi, en } : { vi: `${vi} (lần ${round})`, en: `${en} (round ${round})` };
}
