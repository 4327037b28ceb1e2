import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readBpmn } from './bpmn/read.ts';
import type { Definition } from './definition.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import { transition } from './transition.ts';
import { upgrade } from './upgrade.ts';

/** Rests in every way there is: task, job, event, gateway, join, scope, incident; with boundary timer and message. */
const everyWait = diagram(`
  <startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><endEvent id="e"/>
  <userTask id="task"/><boundaryEvent id="late" attachedToRef="task" cancelActivity="false"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></boundaryEvent><task id="remind"/>
  <serviceTask id="job"/><receiveTask id="event" messageRef="m"><extensionElements><motcua:key name="code">code</motcua:key></extensionElements></receiveTask>
  <eventBasedGateway id="gateway"/><intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>P9D</timeDuration></timerEventDefinition></intermediateCatchEvent>
  <subProcess id="scope"><userTask id="inner"/></subProcess><scriptTask id="incident"><script>unknown + 1</script></scriptTask>
  ${flows('s -> f -> task -> j; f -> job -> j; f -> event -> j; f -> gateway -> wait -> j; f -> scope -> j; f -> incident -> j; f -> j; j -> e; late -> remind')}`, '<message id="m" name="paid"/>');

/** As a sketch: its event gateway has one way out only, and the stored states know no other. */
const everyWaitRead = async (): Promise<Definition> => {
  const reading = await readBpmn(everyWait, { sketch: true });
  assert.ok('definition' in reading);
  return reading.definition;
};

const golden = (format: number): unknown => JSON.parse(readFileSync(new URL(`./fixtures/state-${format}.json`, import.meta.url), 'utf8'));

describe('A stored state', () => {
  it('is written today as it was in format 2', async () => {
    const instance = new Bench(await everyWaitRead()).start({ data: { code: 'K1' } });
    assert.deepEqual(JSON.parse(JSON.stringify(instance.state)), golden(2));
  });

  for (const format of [1, 2]) it(`of format ${format} goes on today`, async () => {
    const definition = await everyWaitRead();
    let state: State = upgrade(golden(format));
    const at = '2026-01-06T01:00:00.000Z';
    const token = (node: string) => state.tokens.find((candidate) => candidate.at === node)!.id;
    const timer = (node: string) => state.subscriptions.find((candidate) => candidate.node === node)!.id;
    const events = [
      () => ({ type: 'timer', subscription: timer('late') }), () => ({ type: 'task.complete', token: token('task') }), () => ({ type: 'job.complete', token: token('job'), data: 1 }),
      () => ({ type: 'message', name: 'paid', keys: { code: 'K1' } }), () => ({ type: 'timer', subscription: timer('wait') }), () => ({ type: 'task.complete', token: token('inner') }),
      () => ({ type: 'incident.retry', incident: state.incidents[0]!.id, data: { unknown: 1 } }),
    ] as const;
    for (const event of events) {
      const step = transition(definition, state, { ...event(), at, by: 'test' } as Event);
      assert.ok('state' in step, JSON.stringify(step));
      state = step.state;
    }
    assert.equal(state.status, 'completed');
    assert.deepEqual(state.data, { code: 'K1', job: 1, unknown: 1, incident: 2 });
  });

  it('in which nobody noted yet what finished instances knew has the later ones undone by it', async () => {
    const definition = await compiled(diagram(`<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics isSequential="true" motcua:collection="people" motcua:element="who"/></userTask><boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>
      <scriptTask id="un" motcua:result="undone" isForCompensation="true"><script>append(undone, who)</script></scriptTask><association id="a" sourceRef="c" targetRef="un"/><intermediateThrowEvent id="x"><compensateEventDefinition/></intermediateThrowEvent><userTask id="after"/>${flows('s -> t -> x -> after')}`));
    const before = new Bench(definition).start({ data: { people: ['An', 'Ba'], undone: [], who: 'nobody' } }).complete('t').state;
    let state = upgrade(JSON.parse(JSON.stringify(before, (key, value: unknown) => (key === 'known' ? undefined : value))));
    const step = transition(definition, state, { type: 'task.complete', token: state.tokens.find(({ wait }) => wait.on === 'task')!.id, at: '2026-01-06T01:00:00.000Z', by: 'test' });
    assert.ok('state' in step, JSON.stringify(step));
    state = step.state;
    assert.deepEqual([state.data['undone'], state.tokens.map(({ at }) => at)], [['Ba', 'nobody'], ['after']]);
  });

  for (const [name, stored] of Object.entries({ 'of a newer version': { format: 3 }, 'that is none': { tokens: [] }, 'that is nothing': null })) {
    it(`${name} is refused instead of guessed at`, () => assert.throws(() => upgrade(stored), RangeError));
  }
});
