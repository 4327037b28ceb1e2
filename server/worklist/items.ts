import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import type { WorkItem } from '../api/task.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';
import { workItem } from '../views/task-view.ts';
import { unreadBy } from '../views/unread.ts';

/** The rows of one page, in its order. */
export async function itemsOf(tx: Transaction, { library, store }: Pick<Services, 'library' | 'store'>, actor: Actor, page: readonly Pick<TaskRow, 'id' | 'dossierId'>[], at: string): Promise<WorkItem[]> {
  const dossierId = { in: [...new Set(page.map((step) => step.dossierId))] };
  const [found, every] = await Promise.all([tx.dossiers.find({ id: dossierId }), tx.tasks.find({ dossierId })]);
  const dossiers = new Map(found.map((row) => [row.id, row]));
  const tasks = new Map(every.map((task) => [task.id, task]));
  const ofDossier = Map.groupBy(every, (task) => task.dossierId);
  const shown = page.flatMap(({ id }) => tasks.get(id) ?? []);
  const [names, unread] = await Promise.all([namesOf(tx, shown.map(({ unitId }) => unitId), shown.map(({ claimedBy }) => claimedBy)), unreadBy(tx, actor, found)]);
  const items: WorkItem[] = [];
  for (const task of shown) {
    const dossier = dossiers.get(task.dossierId);
    const pack = dossier && (await library.listed(tx, dossier.procedureHash));
    if (dossier === undefined || pack === undefined) continue;
    const calendar = await calendarOf(store, tx, dossier.unitId);
    items.push(workItem(actor, task, { dossier, pack, calendar, tasks: ofDossier.get(dossier.id) ?? [], names, at }, unread(dossier.id)));
  }
  return items;
}
