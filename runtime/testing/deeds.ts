import { startTimers } from '../../engine/self-started.ts';
import type { Answer } from '../answer.ts';
import type { WorkKind } from '../runtime.ts';
import { scheduleStarts } from '../schedule-starts.ts';
import { filing } from './house.ts';
import type { House } from './house.ts';
import { WARD } from './people.ts';
import { roundProcedure } from './procedures.ts';

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

export async function dossierAt(h: House, index: number): Promise<string> {
  const all = await h.store.read((tx) => tx.dossiers.find({}, { order: [['code', 'asc']] }));
  return all[index]?.id ?? 'none';
}

/** The token that rests, or rested, at a node: its task remembers. */
export async function tokenAt(h: House, dossierId: string, node: string): Promise<number> {
  const tasks = await h.store.read((tx) => tx.tasks.find({ dossierId, node }, { order: [['token', 'asc']] }));
  return tasks[0]?.token ?? -1;
}

export function machine(name: string, at: string, only: WorkKind): Deed {
  return {
    name, at, machine: true,
    ready: async (h) => async () => {
      while ((await h.runtime.work({ only, batch: 10 })).did > 0);
      return undefined;
    },
  };
}

export function complete(name: string, at: string, actor: string, data: object, node: string, turn = 0, dossier = 0): Deed {
  return {
    name, at,
    ready: async (h) => {
      const taskId = await task(h, node, turn, dossier);
      return () => h.runtime.completeTask({ actor, key: name, taskId, data: data as never });
    },
  };
}

export function file(name: string, at: string, procedureHash = 'permit-1'): Deed {
  return { name, at, ready: async (h) => () => h.runtime.file(filing(name, { procedureHash, application: { about: 'well', work: { footprint: 80 } } })) };
}

const LATER = '2026-11-25T08:00:00.000Z';

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
  file('wait for news', LATER, 'hearer-1'),
  file('prepare news', LATER, 'speaker-1'),
  complete('tell the news and ask', LATER, 'hai', {}, 'write', 0, 3),
  machine('carry the news', '2026-11-25T08:01:00.000Z', 'posts'),
  complete('hear the question', '2026-11-25T08:10:00.000Z', 'hai', {}, 'read', 0, 2),
  machine('carry question and answer', '2026-11-25T08:11:00.000Z', 'posts'),
  file('file a third', '2026-11-25T09:00:00.000Z'),
  {
    name: 'move by hand', at: '2026-11-25T09:00:00.000Z',
    ready: async (h) => {
      const dossierId = await dossierAt(h, 5);
      const token = await tokenAt(h, dossierId, 'reception');
      return () => h.runtime.move({ actor: 'admin', key: 'move by hand', dossierId, cancel: [token], begin: [{ place: 'before', element: 'number' }, { place: 'before', element: 'reception' }], changes: { 'application.work.footprint': 81 }, reason: 'Nhầm' });
    },
  },
  {
    name: 'plan another version', at: '2026-11-25T09:10:00.000Z',
    ready: async (h) => () => h.runtime.startTransfer({ actor: 'admin', key: 'plan another version', from: 'permit-1', to: 'permit-2', mapping: { examination: 'appraisal' }, reason: 'Luật mới', confirmed: true }),
  },
  machine('take them over', '2026-11-25T09:11:00.000Z', 'transfers'),
  {
    name: 'call them back', at: '2026-11-25T09:20:00.000Z',
    ready: async (h) => {
      const [transfer] = await h.store.read((tx) => tx.transfers.find({}));
      return () => h.runtime.undoTransfer({ actor: 'admin', key: 'call them back', transferId: transfer?.id ?? 'none', reason: 'Nhầm' });
    },
  },
  machine('take them back', '2026-11-25T09:21:00.000Z', 'transfers'),
  {
    name: 'offer what begins by itself', at: '2026-11-25T09:30:00.000Z', machine: true,
    ready: async (h) => async () => {
      await h.store.transaction((tx) => scheduleStarts(h.store, tx, { ...roundProcedure, timers: startTimers(roundProcedure.definition), unitId: WARD }, h.world.now()));
      return undefined;
    },
  },
  machine('begin what was missed', '2026-11-25T12:30:00.000Z', 'starts'),
  {
    name: 'report an alarm', at: '2026-11-25T13:00:00.000Z',
    ready: async (h) => () => h.runtime.hear({ actor: 'program:bell', key: 'report an alarm', units: [WARD], name: 'alarm', data: { where: 'cầu thang' } }),
  },
  {
    name: 'sound the siren', at: '2026-11-25T13:10:00.000Z',
    ready: async (h) => () => h.runtime.signal({ actor: 'program:bell', key: 'sound the siren', units: [WARD], name: 'siren', data: { where: 'chợ' } }),
  },
  machine('carry the siren', '2026-11-25T13:11:00.000Z', 'posts'),
];

/** Several dossiers that the machine takes on in one transaction: all hear the same news, and all run out of time. */
export const sharedDeeds: readonly Deed[] = [
  ...[0, 1, 2].flatMap((n) => [file(`file ${n}`, MORNING), complete(`ask for supplement ${n}`, MORNING, 'rita', supplement, 'reception', 0, n)]),
  file('wait for news', MORNING, 'hearer-1'),
  file('wait for news too', MORNING, 'hearer-1'),
  file('prepare news', MORNING, 'speaker-1'),
  complete('tell the news', MORNING, 'hai', {}, 'write', 0, 5),
  machine('carry the news to all', '2026-11-23T03:00:00.000Z', 'posts'),
  machine('give up all that was not answered', '2026-12-20T02:00:00.000Z', 'timers'),
];
