import assert from 'node:assert/strict';
import type { Clock } from '../engine/calendar/clock.ts';
import { compileCalendar } from '../engine/calendar/calendar.ts';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Store } from '../storage/store.ts';
import type { Standing } from './command.ts';
import { drawn } from './testing/definition.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { permit } from './testing/permit.ts';
import { settle, WARD } from './testing/people.ts';
import { timerDue } from './timer-due.ts';
import { startWorker } from './worker.ts';

describe('a timer’s text', () => {
  const calendar = compileCalendar(hcmc);
  const from = '2026-11-20T03:00:00.000Z';
  const table: [string, 'date' | 'duration' | 'cycle', string, string][] = [
    ['an instant', 'date', '2026-12-01T09:30:00+07:00', '2026-12-01T02:30:00.000Z'],
    ['a date is its midnight in the unit', 'date', '2026-12-01', '2026-11-30T17:00:00.000Z'],
    ['working days pass over weekend and holiday', 'duration', '2 working days', '2026-11-25T10:00:00.000Z'],
    ['an ISO duration is wall time', 'duration', 'PT48H', '2026-11-22T03:00:00.000Z'],
    ['a month is one of the calendar', 'duration', 'P1M', '2026-12-20T03:00:00.000Z'],
    ['an hour without an offset is that of the unit', 'date', '2026-12-01T09:30:00', '2026-12-01T02:30:00.000Z'],
    ['a cycle is due after one turn', 'cycle', 'R3/PT1H', '2026-11-20T04:00:00.000Z'],
    ['a cycle without end too', 'cycle', 'R/P1D', '2026-11-21T03:00:00.000Z'],
    ['a cycle waits for its start', 'cycle', 'R3/2026-12-01T00:00:00Z/PT1H', '2026-12-01T00:00:00.000Z'],
    ['a cycle in working time', 'cycle', 'R2/1 working day', '2026-11-23T10:00:00.000Z'],
    ['cron is the clock on the wall of the unit', 'cycle', '0 0 8 * * MON-FRI', '2026-11-23T01:00:00.000Z'],
  ];
  it('an hour that the clock has twice comes once for cron', () => {
    const berlin = compileCalendar({ ...hcmc, zone: 'Europe/Berlin' });
    assert.deepEqual(['2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z'].map((since) => timerDue(berlin, { type: 'cycle', value: '0 30 2 * * *', from: since })), ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z', '2026-10-26T01:30:00.000Z']);
  });
  for (const [title, type, value, due] of table) it(title, () => assert.equal(timerDue(calendar, { type, value, from }), due));
  for (const [type, value] of [['date', 'soon'], ['date', '2026-02-30T08:00:00'], ['duration', 'P1X'], ['cycle', 'PT1H'], ['cycle', 'R/PT0S'], ['cycle', 'R0/PT1H'], ['cycle', 'R3/later/PT1H']] as const) {
    it(`that is no ${type} is refused: ${value}`, () => assert.throws(() => timerDue(calendar, { type, value, from }), /expected/));
  }
});

onEveryStore('a timer', (open) => {
  let h: House;
  let asked: Standing;
  let seed = 0;
  const store = (): Store => open();
  before(() => settle(store()));
  beforeEach(async () => {
    h = house(store(), `timers-${(seed += 1)}`);
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    const items = [{ target: 'field', path: 'work.footprint', remark: 'Sai' }];
    asked = accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'supplement', items } }));
  });
  const DUE = '2026-12-08T10:00:00.000Z';
  const timer = () => h.store.read((tx) => tx.jobs.first({ dossierId: asked.dossierId, kind: 'timer' }));
  const journal = (kind: string) => h.store.read((tx) => tx.journal.find({ dossierId: asked.dossierId, kind }));
  const whole = async (): Promise<void> => assert.deepEqual((await h.runtime.verify(asked.dossierId)).faults, []);
  const answer = (): ReturnType<House['runtime']['completeTask']> =>
    h.runtime.completeTask({ actor: 'an', key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: { 'work.footprint': 70 } } });

  it('is due in the unit’s working time and does nothing before', async () => {
    assert.equal((await timer())?.dueAt, DUE);
    h.set('2026-12-08T09:59:59.999Z');
    await h.settle();
    assert.equal((await timer())?.status, 'open');
    accepted(await answer());
    assert.equal((await timer())?.status, 'cancelled');
    await whole();
  });

  it('fires once, and its effect is dated by when it was due, however late the machine is', async () => {
    h.set('2027-01-10T00:00:00.000Z');
    await Promise.all([h.runtime.work(), h.runtime.work(), h.runtime.work()]);
    await h.settle();
    assert.equal((await journal('timer')).length, 1);
    const row = await h.store.read((tx) => tx.dossiers.first({ id: asked.dossierId }));
    assert.deepEqual([row?.state, row?.status, row?.endedAt], [8, 'completed', DUE]);
    assert.deepEqual([(await timer())?.dueAt, (await timer())?.doneAt], [DUE, '2027-01-10T00:00:00.000Z']);
    await whole();
  });

  it('goes before anyone who acts after it was due, even when no worker ran', async () => {
    h.set(DUE);
    const late = await answer();
    assert.equal(late.ok ? '' : late.refused, 'conflict');
    await h.settle();
    assert.equal((await journal('timer')).length, 1);
    await whole();
  });

  it('moves when the calendar changes, with steps and due dates', async () => {
    const days = [...hcmc.days, { date: '2026-12-01', kind: 'off', name: { vi: 'Nghỉ (giả định)', en: 'Off (fictional)' }, confirmed: true, source: 'test' }];
    const { timers, dossiers } = await h.runtime.examineDeadlines([WARD], compileCalendar({ ...hcmc, days }));
    assert.ok(timers >= 1);
    assert.ok(dossiers.every(({ from, to }) => from < to));
    assert.equal((await timer())?.dueAt, DUE, 'looking moves nothing');
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: { ...hcmc, days }, revision: 2 }));
    assert.ok((await h.runtime.recomputeDeadlines([WARD])) >= 1);
    assert.equal((await timer())?.dueAt, '2026-12-09T10:00:00.000Z');
    assert.equal(await h.runtime.recomputeDeadlines([WARD]), 0, 'nothing moves twice');
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: hcmc, revision: 3 }));
    await h.runtime.recomputeDeadlines([WARD, 'other']);
    assert.equal((await timer())?.dueAt, DUE);
    await whole();
  });

  it('knows again when everything turns due soon and late, wherever that was not kept', async () => {
    const kept = () => h.store.read(async (tx) => ({ tasks: await tx.tasks.find({ status: 'open' }, { order: [['id', 'asc']] }), dossiers: await tx.dossiers.find({ status: 'active' }, { order: [['id', 'asc']] }) }));
    const before = await kept();
    assert.ok(before.tasks.some(({ soonAt }) => soonAt !== null));
    await h.store.transaction(async (tx) => {
      await tx.tasks.update({ status: 'open' }, { soonAt: null, firstSoonAt: null });
      await tx.dossiers.update({ status: 'active' }, { soonAt: null, lateAt: null });
    });
    await h.runtime.recomputeDeadlines([WARD]);
    assert.deepEqual(await kept(), before);
  });

  it('that cannot fire holds up none of those that fire with it', async () => {
    const others = await Promise.all([1, 2, 3].map(async () => {
      const filed = accepted(await h.runtime.file(filing(h.keys())));
      const items = [{ target: 'field', path: 'work.footprint', remark: 'Sai' }];
      return accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'supplement', items } })).dossierId;
    }));
    const progress = await h.store.transaction(async (tx) => {
      const row = await tx.dossiers.first({ id: asked.dossierId });
      await tx.dossiers.update({ id: asked.dossierId }, { progress: { ...row!.progress, tokens: null as never } });
      return row!.progress;
    });
    h.set(DUE);
    await h.settle();
    const fired = await h.store.read((tx) => tx.jobs.find({ dossierId: { in: [...others, asked.dossierId] }, kind: 'timer' }, { order: [['id', 'asc']] }));
    assert.deepEqual(fired.map(({ dossierId, status, attempts }) => [dossierId === asked.dossierId, status, attempts]).toSorted(), [[false, 'done', 0], [false, 'done', 0], [false, 'done', 0], [true, 'open', 1]]);
    await h.store.transaction((tx) => tx.dossiers.update({ id: asked.dossierId }, { progress }));
    await whole();
  });

  it('that cannot fire is put off, then before a person, and holds up nobody else', async function () {
    this.timeout(300_000);
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    const items = [{ target: 'field', path: 'work.footprint', remark: 'Sai' }];
    const other = accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'supplement', items } }));
    let sick = true;
    const half = house(store(), `half-${seed}`, {
      loadProcedure: async (hash, tx) => {
        const [row] = await tx.dossiers.find({ id: asked.dossierId, version: { gte: 0 } }, { limit: 1 });
        if (sick && row?.status === 'active' && (await tx.journal.count({ dossierId: other.dossierId, kind: 'timer' })) === 1) throw new Error('no such folder');
        return h.world.loadProcedure(hash, tx);
      },
    });
    await h.store.transaction((tx) => tx.jobs.update({ dossierId: other.dossierId, kind: 'timer' }, { runAt: '2026-12-01T00:00:00.000Z' }));
    let at = DUE;
    for (let round = 0; round < 10; round += 1) {
      half.set(at);
      await half.runtime.work({ only: 'timers', batch: round === 0 ? 1 : 50 }); // The other's first: from then on this one's fails.
      at = new Date(Date.parse(at) + 3_600_000).toISOString();
    }
    assert.equal((await timer())?.status, 'failed');
    const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId: asked.dossierId, resolvedAt: null }));
    assert.deepEqual([incident?.code, incident?.message], ['timer-failed', 'no such folder']);
    assert.equal((await h.store.read((tx) => tx.dossiers.first({ id: other.dossierId })))?.status, 'completed');
    await whole();

    sick = false;
    const retry = { actor: 'admin', key: h.keys(), dossierId: asked.dossierId, incident: incident?.incident ?? 0 };
    h.set(at);
    assert.equal(accepted(await h.runtime.retryIncident(retry)).state, 8);
    assert.equal((await h.runtime.retryIncident({ ...retry, key: h.keys() })).ok, false);
    await whole();
  });

  it('that comes again and again makes up for every turn it missed, a part of them at a time', async function () {
    this.timeout(300_000);
    const definition = drawn('hourly', {
      begin: { kind: 'startEvent', event: { kind: 'none' } },
      wait: { kind: 'userTask', step: { role: 'handler' } },
      hour: { kind: 'boundaryEvent', attachedTo: 'wait', interrupting: false, event: { kind: 'timer', timer: { type: 'cycle', value: 'R/PT1H' } } },
      noted: { kind: 'endEvent', event: { kind: 'none' } },
      end: { kind: 'endEvent', event: { kind: 'none' } },
    }, ['begin -> wait', 'wait -> end', 'hour -> noted']);
    const hourly = house(store(), `hourly-${seed}`, { loadProcedure: async (hash) => (hash === 'hourly' ? { ...permit, hash, definition } : permit) });
    const { dossierId } = accepted(await hourly.runtime.file(filing(hourly.keys(), { procedureHash: 'hourly' })));
    hourly.set('2026-12-03T02:30:00.000Z');
    await hourly.runtime.work({ only: 'timers' });
    const turns = () => hourly.store.read((tx) => tx.journal.count({ dossierId, kind: 'timer' }));
    assert.equal(await turns(), 200);
    await hourly.settle();
    assert.equal(await turns(), 240, 'ten days of hours');
    const [next] = await hourly.store.read((tx) => tx.jobs.find({ dossierId, status: 'open' }));
    assert.equal(next?.dueAt, '2026-12-03T03:00:00.000Z');
    assert.deepEqual((await hourly.runtime.verify(dossierId)).faults, []);
  });

  it('whose date has passed fires as soon as it is set, and not before: the pause that it ends has begun by then', async () => {
    const definition = drawn('passed', {
      begin: { kind: 'startEvent', event: { kind: 'none' }, step: { clock: 'start' } },
      wait: { kind: 'userTask', step: { role: 'handler', clock: 'pause:payment' } },
      over: { kind: 'boundaryEvent', attachedTo: 'wait', interrupting: true, event: { kind: 'timer', timer: { type: 'date', value: '2026-01-01' } } },
      look: { kind: 'userTask', step: { role: 'handler' } },
      end: { kind: 'endEvent', event: { kind: 'none' } },
    }, ['begin -> wait', 'wait -> end', 'over -> look', 'look -> end']);
    const passed = house(store(), `passed-${seed}`, { loadProcedure: async (hash) => (hash === 'passed' ? { ...permit, hash, definition } : permit) });
    const { dossierId } = accepted(await passed.runtime.file(filing(passed.keys(), { procedureHash: 'passed' })));
    await passed.settle();
    const row = await passed.store.read((tx) => tx.dossiers.first({ id: dossierId }));
    assert.ok(row);
    assert.deepEqual([row.progress.tokens.map(({ at }) => at), row.pausedAt, (row.clock as Clock).pauses], [['look'], null, [{ cause: 'payment', from: MORNING, to: MORNING }]]);
    assert.deepEqual((await passed.runtime.verify(dossierId)).faults, []);
  });

  it('is fired by a worker that runs, which stops cleanly', async () => {
    h.set(DUE);
    const worker = startWorker(h.runtime, h.world, { poll: 50 });
    try {
      for (let tries = 0; tries < 100 && (await timer())?.status === 'open'; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      await worker.stop();
    }
    assert.equal((await timer())?.status, 'done');
    await whole();
  });

  it('among many is fired in the order in which they fell due', async () => {
    const more: Standing[] = [];
    for (const minute of ['03:00', '02:30', '02:45']) {
      h.set(`2026-11-23T${minute}:00.000Z`);
      const filed = accepted(await h.runtime.file(filing(h.keys())));
      const items = [{ target: 'field', path: 'work.footprint', remark: 'Sai' }];
      more.push(accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'supplement', items } })));
    }
    for (const [index, { dossierId }] of more.entries()) {
      const dueAt = `2026-12-0${7 - index}T10:00:00.000Z`;
      await h.store.transaction((tx) => tx.jobs.update({ dossierId, kind: 'timer' }, { dueAt, runAt: dueAt }));
    }
    h.set('2026-12-07T11:00:00.000Z');
    assert.equal((await h.runtime.work({ only: 'timers', batch: 2 })).did, 2);
    const open_ = await h.store.read((tx) => tx.jobs.find({ dossierId: { in: more.map(({ dossierId }) => dossierId) }, kind: 'timer', status: 'open' }));
    assert.deepEqual(open_.map(({ dossierId }) => dossierId), [more[0]?.dossierId]);
    assert.equal((await h.runtime.work({ only: 'timers', batch: 2 })).did, 1);
    assert.equal(MORNING < DUE, true);
  });
});
