import assert from 'node:assert/strict';
import { chart } from '../engine/testing/chart.ts';
import { compiled } from '../engine/testing/compiled.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import type { Definition } from '../engine/definition.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Answer } from './answer.ts';
import type { RaiseFromTask, Standing } from './command.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house, offering, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle } from './testing/people.ts';

const of = (key: string, definition: Definition): RunnableProcedure => ({ key, hash: `${key}-1`, name: { vi: key, en: key }, definition, environment: {} });
const boundary = (id: string, event: string, more = ''): string => `<boundaryEvent id="${id}" attachedToRef="look" motcua:result="told" ${more}>${event}</boundaryEvent>`;
const inquiry = await compiled(diagram(`<startEvent id="start"/><subProcess id="work"><startEvent id="in"/><userTask id="look" motcua:role="handler"/>
    ${boundary('lost', '<errorEventDefinition errorRef="LOST"/>')}${boundary('late', '<escalationEventDefinition escalationRef="LATE"/>', 'cancelActivity="false"')}${boundary('over', '<escalationEventDefinition escalationRef="OVER"/>')}
    <userTask id="find" motcua:role="handler"/><userTask id="know" motcua:role="signer"/><userTask id="take" motcua:role="signer"/><endEvent id="out"/>${flows('in -> look -> out; lost -> find -> out; late -> know -> out; over -> take -> out')}</subProcess>
  <boundaryEvent id="refused" attachedToRef="work"><errorEventDefinition errorRef="NO"/></boundaryEvent><endEvent id="end"/>${flows('start -> work -> end; refused -> end')}`,
'<error id="LOST" errorCode="LOST"/><error id="NO" errorCode="NO"/><escalation id="LATE" escalationCode="LATE"/><escalation id="OVER" escalationCode="OVER"/>'), 'p');
const machine = chart({ id: 'machine', initial: 'look', states: {
  look: { meta: { task: { role: 'handler' } }, on: { 'task.complete.look': 'end', 'task.fail.look': { target: 'find', actions: { type: 'assign', params: { told: '{ code: event.error.code, message: event.error.message }' } } } } },
  find: { meta: { task: { role: 'handler' } }, on: { 'task.complete.find': 'end' } }, end: { type: 'final' },
} });
const procedures = [of('inquiry', inquiry), of('machine', machine)];
const offered = { loadProcedure: async (hash: string) => procedures.find((one) => one.hash === hash), ...offering(() => procedures) };

const reason = (answer: Answer<unknown>): string => (answer.ok ? 'accepted' : answer.refused);

onEveryStore('what is reported from a step', (open) => {
  let h: House;
  before(async () => {
    await settle(open());
    h = house(open(), 'raise', offered);
  });
  const begin = async (procedureHash = 'inquiry-1'): Promise<Standing> => accepted(await h.runtime.file(filing(h.keys(), { procedureHash })));
  const raise = (at: Standing, change: Partial<RaiseFromTask> = {}): Promise<Answer<Standing>> =>
    h.runtime.raiseFromTask({ actor: 'hai', key: h.keys(), taskId: taskAt(at, 'look'), kind: 'error', code: 'LOST', reason: ' Không thấy hồ sơ gốc ', ...change });
  const nodes = ({ openTasks }: Standing): string[] => openTasks.map(({ node }) => node).toSorted();
  const rowOf = async ({ dossierId }: Standing) => (await h.store.read((tx) => tx.dossiers.first({ id: dossierId })))!;

  const ways: readonly (readonly [what: string, change: Partial<RaiseFromTask>, open: readonly string[], deed: string])[] = [
    ['as an error goes the way of the event at its boundary', {}, ['find'], 'task.fail'],
    ['as an escalation beside the work leaves the step open', { kind: 'escalation', code: 'LATE' }, ['know', 'look'], 'task.escalate'],
    ['as an escalation that ends the work takes the step away', { kind: 'escalation', code: 'OVER' }, ['take'], 'task.escalate'],
  ];
  for (const [what, change, expected, deed] of ways) {
    it(`${what}, with its reason in the data and the journal`, async () => {
      const filed = await begin();
      const then = accepted(await raise(filed, { ...change, expectedVersion: filed.version }));
      assert.deepEqual(nodes(then), expected);
      const { data, id } = await rowOf(filed);
      assert.deepEqual(data['told'], { message: 'Không thấy hồ sơ gốc', code: change.code ?? 'LOST' });
      const [entry] = await h.store.read((tx) => tx.journal.find({ dossierId: id }, { order: [['seq', 'desc']], limit: 1 }));
      const kept = await h.store.read((tx) => tx.journalPayloads.first({ dossierId: id, seq: entry?.seq ?? 0 }));
      assert.deepEqual([entry?.kind, entry?.actor, (kept?.payload as { about?: object } | undefined)?.about], [deed, 'hai', { task: taskAt(filed, 'look'), node: 'look', code: change.code ?? 'LOST', reason: 'Không thấy hồ sơ gốc' }]);
      assert.deepEqual((await h.runtime.verify(id)).faults, []);
    });
  }

  it('once, beside the work, may be reported again, and the step done', async () => {
    const late = { kind: 'escalation', code: 'LATE' } as const;
    const filed = await begin();
    const twice = accepted(await raise(accepted(await raise(filed, late)), late));
    assert.deepEqual(nodes(twice), ['know', 'know', 'look']);
    assert.deepEqual(nodes(accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(filed, 'look'), data: {} }))), ['know', 'know']);
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });

  it('twice with the same key happens once', async () => {
    const filed = await begin();
    const late = { kind: 'escalation', code: 'LATE', key: h.keys() } as const;
    const first = await raise(filed, late);
    assert.deepEqual(await raise(filed, late), { ...first, repeated: true });
    assert.deepEqual(nodes(accepted(first)), ['know', 'look']);
    assert.equal(reason(await raise(filed, { ...late, reason: 'khác' })), 'key-reused');
  });

  const refused: readonly (readonly [what: string, change: Partial<RaiseFromTask>, refused: string])[] = [
    ['a code that no event at the step catches', { code: 'OTHER' }, 'invalid'],
    ['a code that only the sub-process around catches', { code: 'NO' }, 'invalid'],
    ['an error as an escalation', { kind: 'escalation' }, 'invalid'],
    ['no reason', { reason: '  ' }, 'invalid'],
    ['another role', { actor: 'son' }, 'forbidden'],
    ['the applicant', { actor: 'an' }, 'forbidden'],
    ['another version', { expectedVersion: 99 }, 'conflict'],
    ['no such task', { taskId: 'none' }, 'not-found'],
  ];
  for (const [what, change, answer] of refused) {
    it(`is refused with ${what}, and nothing is kept`, async () => {
      const filed = await begin();
      assert.equal(reason(await raise(filed, change)), answer);
      assert.equal((await rowOf(filed)).version, filed.version);
      accepted(await raise(filed));
    });
  }

  it('is refused while another has the step in hand, and once it is over', async () => {
    const filed = await begin();
    accepted(await h.runtime.claimTask({ actor: 'hoa', key: h.keys(), taskId: taskAt(filed, 'look') }));
    const late = await raise(filed);
    assert.equal(!late.ok && late.refused === 'conflict' && late.who, 'hoa');
    accepted(await raise(filed, { actor: 'hoa' }));
    assert.equal(reason(await raise(filed, { actor: 'hoa' })), 'conflict');
  });

  it('is an event of a statechart', async () => {
    const filed = await begin('machine-1');
    assert.deepEqual(nodes(accepted(await raise(filed, { code: 'failed' }))), ['find']);
    assert.deepEqual((await rowOf(filed)).data['told'], { code: 'failed', message: 'Không thấy hồ sơ gốc' });
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });
});
