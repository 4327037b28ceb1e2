import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Json } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import { accepted, filing, house, offering, type House } from '../../runtime/testing/house.ts';
import { settle, WARD } from '../../runtime/testing/people.ts';
import type { Standing } from '../../runtime/command.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { doersBefore, giveToDoer, laneRoleOf, rolesOf, setRoles, setStep, unitChoice } from './assignment.ts';
import { setLaneRole } from './bpmn/lane.ts';
import type { Drawing, Element } from './drawing-tools.ts';
import { modelOf, setText } from './editing.ts';
import { namedPeople } from './named-people.ts';
import { stepOf } from './step.ts';
import { headless } from './testing/headless.ts';

const draft = `<process id="p" isExecutable="true">
  <laneSet id="ls"><lane id="lane" name="Cán bộ"><flowNodeRef>examine</flowNodeRef><flowNodeRef>check</flowNodeRef></lane></laneSet>
  <startEvent id="filed"/><userTask id="assign" motcua:role="section_head"/><userTask id="examine" motcua:role="handler"/><userTask id="check" motcua:role="handler"/>
  <sequenceFlow id="a" sourceRef="filed" targetRef="assign"/><sequenceFlow id="b" sourceRef="assign" targetRef="examine"/><sequenceFlow id="c" sourceRef="examine" targetRef="check"/></process>`;

interface Assigned {
  readonly what: string;
  readonly says: (drawing: Drawing, at: (id: string) => Element) => void;
  readonly application?: Readonly<Record<string, Json>>;
  /** Who is in a section of the ward and in another house besides: role and unit by account. */
  readonly also?: Readonly<Record<string, readonly [role: string, unit: string, delegatedBy?: string]>>;
  /** Whoever examines: hai, unless another does. */
  readonly examines?: string;
  /** The task at the step "check": its roles, its unit, and who has it in hand. */
  readonly gives: { readonly roles?: readonly string[]; readonly unit?: string; readonly to?: string | null };
  /** Who may do it then, and who may not. */
  readonly may: readonly string[];
  readonly mayNot?: readonly string[];
}

const table: readonly Assigned[] = [
  { what: 'one role', says: (drawing, at) => setRoles(drawing, at('check'), ['signer']), gives: { roles: ['signer'], unit: WARD, to: null }, may: ['son'], mayNot: ['hoa'] },
  { what: 'several roles, any of which may do it', says: (drawing, at) => setRoles(drawing, at('check'), ['signer', 'receptionist']), gives: { roles: ['signer', 'receptionist'] }, may: ['rita'], mayNot: ['hoa'] },
  {
    what: 'the one of several roles that the data choose', application: { by: 'receptionist' }, gives: { roles: ['receptionist'] }, may: ['rita'], mayNot: ['son'],
    says: (drawing, at) => { setRoles(drawing, at('check'), ['signer', 'receptionist']); setText(drawing, at('check'), 'assignedRole', 'application.by'); },
  },
  { what: 'the role of the lane, where the step names none', says: (drawing, at) => { setLaneRole(drawing, at('lane'), 'signer'); setRoles(drawing, at('check'), []); }, gives: { roles: ['signer'] }, may: ['son'], mayNot: ['hoa'] },
  { what: 'the unit that received it', says: (drawing, at) => setText(drawing, at('check'), 'unit', 'receiving'), also: { ron: ['handler', 'counter'] }, gives: { unit: 'counter' }, may: ['ron'], mayNot: ['hoa'] },
  { what: 'the nearest unit of a kind', says: (drawing, at) => setText(drawing, at('check'), 'unit', 'kind:section'), also: { ron: ['handler', 'section'] }, gives: { unit: 'section' }, may: ['ron'], mayNot: ['hoa'] },
  { what: 'the unit that the data give', says: (drawing, at) => setText(drawing, at('check'), 'unit', 'application.place'), application: { place: 'other' }, also: { ron: ['handler', 'other'] }, gives: { unit: 'other' }, may: ['ron'], mayNot: ['hoa'] },
  { what: 'whom an answer names', says: (drawing, at) => setText(drawing, at('check'), 'assignee', 'application.officer'), application: { officer: 'hoa' }, gives: { to: 'hoa' }, may: ['hoa'], mayNot: ['hai'] },
  { what: 'whoever did another step', says: (drawing, at) => giveToDoer(drawing, at('check'), at('examine')), gives: { to: 'hai' }, may: ['hai'], mayNot: ['hoa'] },
  { what: 'anybody of the role, where whoever did another step has it no more', says: (drawing, at) => { giveToDoer(drawing, at('check'), at('examine')); setRoles(drawing, at('check'), ['receptionist']); }, gives: { to: null }, may: ['rita'], mayNot: ['hai'] },
  { what: 'not the one who did another step', says: (drawing, at) => setText(drawing, at('check'), 'fourEyes', 'examine'), gives: { to: null }, may: ['hoa'], mayNot: ['hai'] },
  { what: 'nor the one who did it for another, by delegation', says: (drawing, at) => setText(drawing, at('check'), 'fourEyes', 'examine'), also: { rita: ['handler', WARD, 'hai'] }, examines: 'rita', gives: { to: null }, may: ['hai'], mayNot: ['rita'] },
  { what: 'whoever stands in for the holder of the role', says: (drawing, at) => setRoles(drawing, at('check'), ['signer']), also: { rita: ['signer', WARD, 'son'] }, gives: { roles: ['signer'] }, may: ['rita'], mayNot: ['ron'] },
];

async function filed({ says, application, also = {}, examines = 'hai' }: Assigned): Promise<{ readonly h: House; readonly standing: Standing }> {
  const { drawing, at, xml } = await headless(draft);
  says(drawing, at);
  const reading = await readBpmn(await xml());
  assert.ok('definition' in reading, JSON.stringify('problems' in reading && reading.problems));
  const procedure: RunnableProcedure = { key: 'p', hash: 'p-1', name: { vi: 'Thử (dữ liệu giả định)', en: 'Trial (fictional)' }, definition: reading.definition, environment: {}, timeLimit: () => '7 working days', check: () => [] };
  const store = memoryStore();
  await settle(store);
  await store.transaction(async (tx) => {
    const unit = { validFrom: '2025-07-01', validTo: null, calendarId: 'hcmc', parentId: WARD };
    for (const [id, kind] of [['counter', 'one-stop'], ['section', 'section']] as const) await tx.units.insert({ ...unit, id, kind, code: `H29.45.12.${id}`, name: { vi: id, en: id } });
    for (const [account, [role, unitId, delegatedBy]] of Object.entries({ head: ['section_head', WARD], ...also } as NonNullable<Assigned['also']>)) {
      if (account === 'head') await tx.accounts.insert({ id: 'head', kind: 'staff', login: 'head', passwordHash: null, subject: null, name: 'head (dữ liệu giả định)', title: null, idNo: null, phone: null, email: null, language: 'vi', active: true, createdAt: '2026-01-01T00:00:00.000Z' });
      await tx.roleAssignments.insert({ id: `also-${account}`, accountId: account, role, unitId, validFrom: '2026-01-01T00:00:00.000Z', validTo: null, delegatedBy: delegatedBy ?? null, document: null, createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'test' });
    }
  });
  const h = house(store, 'assigned', { loadProcedure: async () => procedure, ...offering(() => [procedure]) });
  let standing = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'p-1', receivingUnitId: 'counter', ...(application && { application }) })));
  for (const actor of ['head', examines]) standing = accepted(await h.runtime.completeTask({ actor, key: h.keys(), taskId: standing.openTasks[0]!.id, data: {} }));
  return { h, standing };
}

describe('A step that the panel gives to somebody', () => {
  for (const row of table) it(`is theirs in the dossier that is filed: ${row.what}`, async () => {
    const { h, standing } = await filed(row);
    const [task] = await h.store.read((tx) => tx.tasks.find({ dossierId: standing.dossierId, node: 'check' }));
    const { roles, unit, to } = row.gives;
    if (roles) assert.deepEqual(task!.roles, roles);
    if (unit !== undefined) assert.equal(task!.unitId, unit);
    if (to !== undefined) assert.equal(task!.claimedBy, to);
    const doIt = (actor: string) => h.runtime.completeTask({ actor, key: h.keys(), taskId: task!.id, data: {} });
    for (const actor of row.mayNot ?? []) assert.equal((await doIt(actor)).ok, false, `${actor} may not`);
    for (const actor of row.may) assert.equal((await doIt(actor)).ok, true, `${actor} may`);
  });

  it('is given and taken back in one step of undo, and its other texts stay', async () => {
    const { drawing, at, undo, xml } = await headless(draft);
    const before = await xml();
    giveToDoer(drawing, at('check'), at('examine'));
    assert.deepEqual([stepOf(modelOf(at('examine'))).performer, stepOf(modelOf(at('check'))).assignee], ['examineBy', 'examineBy']);
    giveToDoer(drawing, at('check'), at('assign'));
    undo();
    undo();
    assert.equal(await xml(), before);
  });
  it('leaves nothing behind of whom it went past, unless somebody asks for them', async () => {
    const { drawing, at, xml } = await headless(draft);
    const before = await xml();
    for (const doer of ['examine', 'assign']) giveToDoer(drawing, at('check'), at(doer));
    assert.deepEqual(['examine', 'assign'].map((id) => stepOf(modelOf(at(id))).performer), ['', 'assignBy']);
    setStep(drawing, at('check'))('assignee')('');
    assert.equal(await xml(), before);
    giveToDoer(drawing, at('check'), at('assign'));
    giveToDoer(drawing, at('examine'), at('assign'));
    setStep(drawing, at('check'))('assignee')('');
    assert.equal(stepOf(modelOf(at('assign'))).performer, 'assignBy');
  });
  it('keeps a name that is there, and takes none that another has', async () => {
    const { drawing, at } = await headless(draft.replace('id="assign"', 'id="assign" motcua:result="examineBy"').replace('id="filed"', 'id="filed" motcua:role="handler" motcua:initiator="giver"'));
    giveToDoer(drawing, at('check'), at('examine'));
    assert.equal(stepOf(modelOf(at('check'))).assignee, 'examineBy2');
    giveToDoer(drawing, at('check'), at('filed'));
    assert.equal(stepOf(modelOf(at('check'))).assignee, 'giver');
  });
  it('may go to those who did what comes before it, never to the applicant', async () => {
    const { at } = await headless(draft.replace('motcua:role="section_head"', 'motcua:role="applicant"').replace('id="filed"', 'id="filed" motcua:role="handler"'));
    assert.deepEqual(doersBefore(modelOf(at('check'))).map(({ id }) => id), ['examine', 'filed']);
  });
  it('has the role of its lane, by the nearest that says one', async () => {
    const { at } = await headless('<process id="p"><laneSet id="ls"><lane id="l" motcua:role="handler"><flowNodeRef>t</flowNodeRef><flowNodeRef>s</flowNodeRef><childLaneSet id="c"><lane id="m" name="signer"><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet><userTask id="t"/><subProcess id="s"><userTask id="i"/></subProcess><userTask id="o"/></process>');
    assert.deepEqual(['t', 'i', 'o'].map((id) => laneRoleOf(modelOf(at(id)))), ['signer', 'handler', undefined]);
  });
  it('may go to whom the answer of a step names, of those who are asked for a person', () => {
    const form = JSON.parse(readFileSync(new URL('../../procedures/construction-permit-house/forms/assign.json', import.meta.url), 'utf8')) as Form;
    const step = { vi: 'Phân công', en: 'Assign' };
    assert.deepEqual(namedPeople(new Map([['assign', form]]), [{ result: 'assign', form: 'assign', name: step }, { result: 'sign', form: undefined, name: step }, { result: 'gone', form: 'gone', name: step }]).map(({ feel, question }) => [feel, question.en]), [['assign.handler', 'Handling officer']]);
  });
  it('is read as one chooses it', () => {
    assert.deepEqual([rolesOf({ role: 'handler', candidates: 'a,b' }), rolesOf({ role: '', candidates: ' a, b ,' }), rolesOf({ role: '', candidates: '' })], [['handler'], ['a', 'b'], []]);
    assert.deepEqual(['', 'competent', 'receiving', 'kind:section', '"works"', '=to.unit'].map(unitChoice), ['', '', 'receiving', 'kind:section', '=', '=']);
  });
});
