import type { Standing } from './command.ts';
import { save } from './open-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';

/** Keeps the dossier and says where it stands now. */
export async function settled(open: OpenDossier): Promise<Standing> {
  await save(open);
  const { id, code, version, state, status } = open.row;
  const openTasks = await open.tx.tasks.find({ dossierId: id, status: 'open' }, { order: [['openedAt', 'asc'], ['id', 'asc']] });
  return {
    dossierId: id, code, version, state, status,
    openTasks: openTasks.map((task) => ({ id: task.id, node: task.node, role: task.role, unitId: task.unitId })),
  };
}
