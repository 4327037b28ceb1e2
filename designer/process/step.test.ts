import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import extension from '../../engine/bpmn/motcua.json' with { type: 'json' };
import { saidIn } from './bpmn/said.ts';
import { many, one, textIn, type Model } from './model.ts';
import { attribute, eventDefinition, mayChoose, plain, stepOf, toggled, written } from './step.ts';

describe('what the panel shows of a step', () => {
  const all = new Map<string, Model>();
  before(async () => {
    const xml = readFileSync(new URL('../../procedures/construction-permit-house/process.bpmn', import.meta.url), 'utf8');
    const gather = (scope: Model): void => {
      for (const model of many(scope, 'flowElements')) {
        all.set(model.id ?? '', model);
        gather(model);
      }
    };
    const { rootElement } = await new BpmnModdle({ motcua: extension }).fromXML(xml);
    for (const root of many(rootElement, 'rootElements')) gather(root);
  });
  const step = (id: string) => stepOf(all.get(id)!);

  it('shows form, role and time limit of a step', () => {
    const { form, role, timeLimit, unit, citizenName, kind } = step('reception');
    assert.deepEqual({ form, role, timeLimit, unit, citizenName, kind }, { form: 'reception', role: 'receptionist', timeLimit: '4 working hours', unit: 'receiving', citizenName: 'Kiểm tra hồ sơ', kind: 'userTask' });
  });

  it('shows the state as text', () => assert.equal(step('filed').state, '1'));

  it('shows the inputs of a connector', () => {
    const { connector, inputs } = step('receptionRequest');
    assert.equal(connector, 'letter.issue');
    assert.deepEqual(inputs, [{ name: 'letter', text: '"supplement-request"' }, { name: 'items', text: 'reception.items' }]);
  });

  it('shows conditions without the sign in front, and which way is usual', () => {
    const { ways } = step('receptionDecision');
    assert.deepEqual(ways.map(({ target, condition, isDefault }) => [target, condition, isDefault]), [
      ['received', 'reception.outcome = "accept"', false],
      ['notReceived', '', true],
      ['receptionRequest', 'reception.outcome = "supplement"', false],
    ]);
  });

  it('shows what an event waits for', () => {
    assert.deepEqual(step('receptionSilence').timer, { type: 'timeDuration', text: '10 working days' });
    assert.equal(step('withdrawnEarly').message, 'dossier.withdraw');
    assert.notEqual(textIn(one(eventDefinition(all.get('receptionRefused')!)!, 'errorRef'), 'errorCode'), '');
    assert.equal(saidIn(all.get('dueSoon')!, 'cancelActivity'), 'false');
  });

  it('shows the script of a script task', () => assert.match(step('openRework').script, /sectionHead/));
});

describe('what the panel writes', () => {
  it('leaves a blank text out and makes the state a number', () => {
    assert.equal(attribute('role', ' handler '), 'handler');
    assert.equal(attribute('role', '  '), undefined);
    assert.equal(attribute('state', '4'), 4);
  });
  it('composes decomposed letters', () => assert.equal(attribute('citizenName', 'Nhà'.normalize('NFD')), 'Nhà'));
  it('puts one sign before a condition', () => {
    assert.equal(written('a = 1'), '=a = 1');
    assert.equal(written('= a = 1'), '=a = 1');
    assert.equal(written('  '), '');
    assert.equal(plain('=a = 1'), 'a = 1');
  });
  it('adds to a list and takes away again', () => {
    assert.equal(toggled('examine draft', 'review'), 'examine draft review');
    assert.equal(toggled('examine draft', 'examine'), 'draft');
    assert.equal(toggled('', 'examine'), 'examine');
  });
  it('allows conditions only where the engine does', () => {
    for (const kind of ['userTask', 'exclusiveGateway', 'inclusiveGateway', 'subProcess', 'task', 'callActivity', 'transaction', 'adHocSubProcess', 'complexGateway']) assert.ok(mayChoose(kind), kind);
    for (const kind of ['parallelGateway', 'eventBasedGateway', 'startEvent', 'boundaryEvent']) assert.ok(!mayChoose(kind), kind);
  });
});
