import type { Answer } from '../answer.ts';
import { filing } from './house.ts';
import type { House } from './house.ts';

/** One thing done to a house. `ready` looks up what it needs, and gives what can be done, again and again, with the same key. */
export interface Deed {
  readonly name: string;
  readonly at: string;
  /** A worker's round: done again by another worker, once the lease of a dead one has run out. */
  readonly machine?: true;
  readonly ready: (h: House) => Promise<() => Promise<Answer<unknown> | undefined>>;
}

const MORNING = '2026-11-23T02:00:00.000Z';

/** The nth task at a node of the nth dossier filed, open or not. */
async function task(h: House, node: string, turn = 0, dossier = 0): Promise<string> {
  const dossierId = await dossierAt(h, dossier);
  const tasks = await h.store.read((tx) => tx.tasks.find({ dossierId, node }, { order: [['token', 'asc']] }));
  return tasks[turn]?.id ?? 'none';
}

async function dossierAt(h: House, index: number): Promise<string> {
  const all = await h.store.read((tx) => tx.dossiers.find({}, { order: [['code', 'asc']] }));
  return all[index]?.id ?? 'none';
}

function machine(name: string, at: string, only: 'timers' | 'connectors' | 'notices'): Deed {
  return {
    name, at, machine: true,
    ready: async (h) => async () => {
      while ((await h.runtime.work({ only, batch: 10 }))[only] > 0);
      return undefined;
    },
  };
}

function complete(name: string, at: string, actor: string, data: object, node: string, turn = 0, dossier = 0): Deed {
  return {
    name, at,
    ready: async (h) => {
      const taskId = await task(h, node, turn, dossier);
      return () => h.runtime.completeTask({ actor, key: name, taskId, data: data as never });
    },
  };
}

function file(name: string, at: string): Deed {
  return { name, at, ready: async (h) => () => h.runtime.file(filing(name)) };
}

const supplement = { outcome: 'supplement', items: [{ target: 'field', path: 'work.footprint', remark: 'Sai diện tích' }] };

/** Every kind of command and of machine work, in one life: each finds the house as the ones before left it. */
export const deeds: readonly Deed[] = [
  file('file', MORNING),
  {
    name: 'claim', at: MORNING,
    ready: async (h) => {
      const taskId = await task(h, 'reception');
      return () => h.runtime.claimTask({ actor: 'rita', key: 'claim', taskId });
    },
  },
  complete('ask for a supplement', MORNING, 'rita', supplement, 'reception'),
  complete('answer the supplement', MORNING, 'an', { changes: { 'work.footprint': 70 } }, 'ask'),
  {
    name: 'assign', at: MORNING,
    ready: async (h) => {
      const taskId = await task(h, 'reception', 1);
      return () => h.runtime.assignTask({ actor: 'rita', key: 'assign', taskId, to: 'ron' });
    },
  },
  {
    name: 'release', at: MORNING,
    ready: async (h) => {
      const taskId = await task(h, 'reception', 1);
      return () => h.runtime.releaseTask({ actor: 'ron', key: 'release', taskId });
    },
  },
  complete('accept', MORNING, 'rita', { outcome: 'accept' }, 'reception', 1),
  machine('number and print the receipt', MORNING, 'connectors'),
  machine('tell the applicant', MORNING, 'notices'),
  {
    name: 'pay', at: MORNING,
    ready: async (h) => {
      const dossierId = await dossierAt(h, 0);
      return () => h.runtime.message({ actor: 'bank', key: 'pay', dossierId, name: 'payment.settled', keys: { dossier: dossierId }, data: { amount: 75_000 } });
    },
  },
  machine('remind the handler', '2026-11-25T02:00:00.000Z', 'timers'),
  complete('examine', '2026-11-25T03:00:00.000Z', 'hai', { outcome: 'ok' }, 'examination'),
  complete('sign', '2026-11-25T04:00:00.000Z', 'son', {}, 'signing'),
  file('file another', '2026-11-25T05:00:00.000Z'),
  complete('leave out the outcome', '2026-11-25T05:00:00.000Z', 'rita', {}, 'reception', 0, 1),
  {
    name: 'mend it', at: '2026-11-25T06:00:00.000Z',
    ready: async (h) => {
      const dossierId = await dossierAt(h, 1);
      const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId }));
      return () => h.runtime.retryIncident({ actor: 'admin', key: 'mend it', dossierId, incident: incident?.incident ?? 0, data: { reception: supplement } });
    },
  },
  {
    name: 'withdraw', at: '2026-11-25T07:00:00.000Z',
    ready: async (h) => {
      const dossierId = await dossierAt(h, 1);
      return () => h.runtime.withdraw({ actor: 'an', key: 'withdraw', dossierId, reason: 'Đổi ý' });
    },
  },
];
