import { complete, dossierAt, file, machine, type Deed } from './deeds.ts';

const MORNING = '2026-11-23T02:00:00.000Z';
const supplement = { outcome: 'supplement', items: [{ target: 'field', path: 'work.footprint', remark: 'Sai diện tích' }] };

const message = (name: string, at: string, event: string): Deed => ({
  name, at,
  ready: async (h) => {
    const dossierId = await dossierAt(h, 0);
    return () => h.runtime.message({ actor: 'bank', key: name, dossierId, name: event, keys: { dossier: dossierId }, data: { amount: 75_000 } });
  },
});

/** A statechart's life through every kind of state: tasks, a pause, jobs, regions, held and gone back, timers, an incident, withdrawal. */
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
];
