import type { TaskRow } from '../storage/tables/tasks.ts';
import type { Standing } from './command.ts';
import { save } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Keeps the dossier and says where it stands now. */
export async function settled(open: OpenDossier): Promise<Standing> {
  await save(open);
  const { id, code, version, state, status } = open.row;
  const openTasks = open.tasks.toSorted(byOpening);
  return {
    dossierId: id, code, version, state, status,
    openTasks: openTasks.map((task) => ({ id: task.id, node: task.node, role: task.role, unitId: task.unitId })),
  };
}

const byOpening = (one: TaskRow, other: TaskRow): number => {
  const [first, second] = one.openedAt === other.openedAt ? [one.id, other.id] : [one.openedAt, other.openedAt];
  return first < second ? -1 : 1;
};
