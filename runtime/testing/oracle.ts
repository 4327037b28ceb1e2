import type { Deed } from './deeds.ts';
import type { House } from './house.ts';

/** Everything that must be the same however often a process died on the way: no ids, no numbers of tries. */
export async function shapeOf(h: House): Promise<string> {
  return h.store.read(async (tx) => {
    const dossiers = await tx.dossiers.find({}, { order: [['code', 'asc']] });
    const shown = await Promise.all(dossiers.map(async ({ id, code, state, status, version, acceptedAt, dueAt, endedAt, data, procedureHash }) => ({
      code, procedureHash, state, status, version, acceptedAt, dueAt, endedAt, application: data['application'], answers: Object.keys(data).toSorted(),
      journal: (await tx.journal.find({ dossierId: id }, { order: [['seq', 'asc']] })).map(({ kind, actor, visits }) => [kind, actor, visits.length]),
      tasks: (await tx.tasks.find({ dossierId: id }, { order: [['token', 'asc']] })).map((task) => [task.node, task.status, task.claimedBy, task.closedBy]),
      jobs: (await tx.jobs.find({ dossierId: id }, { order: [['reference', 'asc']] })).map((job) => [job.node, job.status, job.kind === 'timer' ? job.dueAt : '']),
      subscriptions: await tx.subscriptions.count({ dossierId: id }),
      supplements: (await tx.supplements.find({ dossierId: id })).map((one) => [one.number, one.items, one.answeredAt]),
      incidents: (await tx.incidents.find({ dossierId: id })).map((one) => [one.code, one.resolvedBy]),
      posts: (await tx.posts.find({ dossierId: id }, { order: [['id', 'asc']] })).map(({ kind, name, status: how }) => [kind, name, how]),
      deliveries: (await tx.deliveries.find({ dossierId: id })).map(({ status: how }) => how).toSorted(),
      transfers: (await tx.transferItems.find({ dossierId: id })).map(({ status: how, reasons }) => [how, reasons]),
      outbox: (await tx.outbox.find({ dossierId: id }, { order: [['id', 'asc']] })).map((notice) => [notice.kind, notice.status]),
    })));
    return JSON.stringify({ dossiers: shown, registers: await tx.registers.find({}, { order: [['register', 'asc'], ['period', 'asc']] }), starts: (await tx.startTimers.find({})).map(({ node, status, dueAt, timer }) => [node, status, dueAt, timer.value]), transfers: await tx.transfers.count({}), answers: await tx.idempotency.count({}) }, null, 1);
  });
}

/** What is wrong in a house after a process died in the middle of a deed; nothing when the record is whole. */
export async function faultsOf(h: House): Promise<string[]> {
  const ids = await h.store.read(async (tx) => (await tx.dossiers.find({})).map(({ id }) => id));
  const verdicts = await Promise.all(ids.map((id) => h.runtime.verify(id)));
  return verdicts.flatMap(({ faults }) => faults.map(({ check, message }) => `${check}: ${message}`));
}

/**
 * Another process comes up after the first died: the record is whole, doing the deed again with the same key converges on
 * what an undisturbed house has, and a command that had been kept is not done twice.
 */
export async function faultsAfterRepeat(h: House, deed: Deed, undisturbed: string): Promise<string[]> {
  const faults = await faultsOf(h);
  const again = await deed.ready(h);
  const kept = deed.machine === true ? false : (await h.store.read((tx) => tx.idempotency.count({ key: deed.name }))) === 1;
  if (deed.machine === true) h.set(new Date(Date.parse(deed.at) + 120_000).toISOString());
  try {
    const answer = await again();
    if (answer !== undefined && !answer.ok) faults.push(`repeat: refused (${answer.refused}): ${answer.message}`);
    if (answer?.ok === true && answer.repeated !== kept) faults.push(`repeat: expected repeated to be ${kept}, but it is ${answer.repeated}`);
  } catch (error) {
    faults.push(`repeat: ${String(error)}`);
  }
  if ((await shapeOf(h)) !== undisturbed) faults.push('shape: expected what an undisturbed house has, but it is another');
  return [...faults, ...(await faultsOf(h))];
}
