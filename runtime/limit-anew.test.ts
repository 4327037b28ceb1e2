import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { readBpmn } from '../engine/bpmn/read.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle, WARD } from './testing/people.ts';

const waiting = `<startEvent id="s" motcua:clock="start"/><userTask id="begin" motcua:role="handler"/>
  <scriptTask id="watch" scriptFormat="feel" motcua:result="watched"><script>dossier.dueAt</script></scriptTask><userTask id="wait" motcua:role="handler" motcua:result="timeLimit"/>
  <boundaryEvent id="late" attachedToRef="wait"><timerEventDefinition><timeDate>=dossier.dueAt</timeDate></timerEventDefinition></boundaryEvent><userTask id="isLate" motcua:role="handler"/>
  <boundaryEvent id="moved" attachedToRef="wait"><conditionalEventDefinition><condition>=dossier.dueAt != watched</condition></conditionalEventDefinition></boundaryEvent>
  <userTask id="isMoved" motcua:role="handler"/><intermediateThrowEvent id="anew" motcua:clock="limit"/><userTask id="after" motcua:role="handler"/><endEvent id="e"/>
  ${flows('s -> begin -> watch -> wait -> anew -> after -> e; late -> isLate; moved -> isMoved')}`;

onEveryStore('a dossier that is due on another day', (open) => {
  let h: House;
  let dossierId: string;
  let seed = 0;
  before(() => settle(open()));
  beforeEach(async () => {
    const reading = await readBpmn(diagram(waiting));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const hash = `limit-${(seed += 1)}`;
    const procedure: RunnableProcedure = { key: 'limit', hash, name: { vi: 'Hạn', en: 'Limit' }, definition: reading.definition, environment: {}, timeLimit: () => '2 working days' };
    h = house(open(), hash, { loadProcedure: async () => procedure });
    await days();
    const filed = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: hash })));
    dossierId = filed.dossierId;
    accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(filed, 'begin'), data: {} }));
  });
  let revision = 1;
  async function days(...off: readonly string[]): Promise<void> {
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: { ...hcmc, days: [...hcmc.days, ...off.map((date) => ({ date, kind: 'off', name: { vi: 'Nghỉ (giả định)', en: 'Off (fictional)' }, confirmed: true, source: 'test' }))] }, revision: (revision += 1) }));
    await h.runtime.recomputeDeadlines([WARD]);
  }
  const dossier = async () => (await h.store.read((tx) => tx.dossiers.first({ id: dossierId })))!;
  const openTasks = async () => (await h.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }))).map(({ node }) => node);

  it('by a limit that was decided since, keeps when it was due before, and tells what waits', async () => {
    const { dueAt } = await dossier();
    const wait = (await h.store.read((tx) => tx.tasks.first({ dossierId, node: 'wait', status: 'open' })))!;
    accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: wait.id, data: 'until 2026-12-10' as never }));
    const { dueAt: now, data, clock } = await dossier();
    assert.deepEqual([dueAt, now, (data['dossier'] as { dueAt: string }).dueAt, (clock as { former: { limit: object }[] }).former.map(({ limit }) => limit)], ['2026-11-26T10:00:00.000Z', '2026-12-10T10:00:00.000Z', '2026-12-10T10:00:00.000Z', [{ unit: 'working_day', amount: 2 }]]);
    assert.deepEqual((await h.runtime.verify(dossierId)).faults, []);
  });

  it('by another calendar is not late when the day that it knew comes', async () => {
    await days('2026-11-26');
    assert.equal((await dossier()).dueAt, '2026-11-27T10:00:00.000Z');
    h.set('2026-11-26T11:00:00.000Z');
    await h.settle();
    assert.deepEqual(await openTasks(), ['isMoved']);
    assert.deepEqual((await h.runtime.verify(dossierId)).faults, []);
  });
});
