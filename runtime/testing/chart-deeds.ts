import { complete, dossierAt, file, machine, tokenAt, type Deed } from './deeds.ts';

const MORNING = '2026-11-23T02:00:00.000Z';
const supplement = { outcome: 'supplement', items: [{ target: 'field', path: 'work.footprint', remark: 'Sai diện tích' }] };

const message = (name: string, at: string, event: string): Deed => ({
  name, at,
  ready: async (h) => {
    const dossierId = await dossierAt(h, 0);
    return () => h.runtime.message({ actor: 'bank', key: name, dossierId, name: event, keys: { dossier: dossierId }, data: { amount: 75_000 } });
  },
});

/** A statechart's life through every kind of state: tasks, a pause, jobs, regions, held and gone back, timers, an incident, a move by hand, a signal, another version and back. */
export const chartDeeds: readonly Deed[] = [
  file('file', MORNING, 'chart-1'),
  complete('ask for a supplement', MORNING, 'rita', supplement, 'reception'),
  complete('answer the supplement', MORNING, 'an', { changes: { 'work.footprint': 70 } }, 'ask'),
  complete('accept', MORNING, 'rita', { outcome: 'accept' }, 'reception', 1),
  machine('number and print', MORNING, 'connectors'),
  message('hold', MORNING, 'police.hold'),
  message('release', '2026-11-23T03:00:00.000Z', 'police.release'),
  message('pay', '2026-11-23T04:00:00.000Z', 'payment.settled'),
  message('hold the examination', '2026-11-23T05:00:00.000Z', 'police.hold'),
  message('release the examination', '2026-11-24T05:00:00.000Z', 'police.release'),
  machine('remind the handler', '2026-11-26T05:00:00.000Z', 'timers'),
  complete('examine', '2026-11-26T06:00:00.000Z', 'hai', { outcome: 'ok' }, 'examination', 1),
  complete('sign', '2026-11-26T07:00:00.000Z', 'son', {}, 'signing'),
  file('file another', '2026-11-26T08:00:00.000Z', 'chart-1'),
  complete('leave out the outcome', '2026-11-26T08:00:00.000Z', 'rita', {}, 'reception', 0, 1),
  {
    name: 'mend it', at: '2026-11-26T08:30:00.000Z',
    ready: async (h) => {
      const dossierId = await dossierAt(h, 1);
      const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId }));
      return () => h.runtime.retryIncident({ actor: 'admin', key: 'mend it', dossierId, incident: incident?.incident ?? 0, data: { reception: supplement } });
    },
  },
  machine('too late for the supplement', '2026-12-20T02:00:00.000Z', 'timers'),
  file('file a third', '2026-12-21T02:00:00.000Z', 'chart-1'),
  {
    name: 'move by hand', at: '2026-12-21T02:00:00.000Z',
    ready: async (h) => {
      const dossierId = await dossierAt(h, 2);
      const token = await tokenAt(h, dossierId, 'reception');
      return () => h.runtime.move({ actor: 'admin', key: 'move by hand', dossierId, cancel: [token], begin: [{ place: 'before', element: 'examination' }], changes: { 'application.work.footprint': 81 }, reason: 'Nhầm' });
    },
  },
  file('prepare news', '2026-12-21T02:10:00.000Z', 'speaker-1'),
  complete('tell the news', '2026-12-21T02:10:00.000Z', 'hai', {}, 'write', 0, 3),
  machine('carry the news', '2026-12-21T02:11:00.000Z', 'posts'),
  {
    name: 'plan another version', at: '2026-12-21T02:20:00.000Z',
    ready: async (h) => () => h.runtime.startTransfer({ actor: 'admin', key: 'plan another version', from: 'chart-1', to: 'chart-2', mapping: { examination: 'appraisal' }, reason: 'Luật mới', confirmed: true }),
  },
  machine('take them over', '2026-12-21T02:21:00.000Z', 'transfers'),
  {
    name: 'call them back', at: '2026-12-21T02:30:00.000Z',
    ready: async (h) => {
      const [transfer] = await h.store.read((tx) => tx.transfers.find({}));
      return () => h.runtime.undoTransfer({ actor: 'admin', key: 'call them back', transferId: transfer?.id ?? '', reason: 'Sai' });
    },
  },
  machine('take them back', '2026-12-21T02:31:00.000Z', 'transfers'),
  complete('examine the third', '2026-12-21T03:00:00.000Z', 'hai', { outcome: 'ok' }, 'examination', 0, 2),
];
