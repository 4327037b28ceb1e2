import { compose, type World } from '../compose.ts';

/** Brings the database to this program's schema, and counts every deadline anew when that changed: a new schema may keep more of them. */
export async function bringUpToDate(world: World): Promise<void> {
  const changed = await world.store.migrate();
  await world.store.check();
  if (!changed) return;
  const units = await world.store.read((tx) => tx.units.find({}, { order: [['id', 'asc']] }));
  await compose(world).runtime.recomputeDeadlines(units.map(({ id }) => id));
}
