import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { Bench } from '../testing/bench.ts';
import { readStatechart } from './read.ts';

const machine = (states: object, rest: object = {}): object => ({ id: 'm', initial: Object.keys(states)[0], states, ...rest });
const task = (id: string, on: object = {}): object => ({ meta: { task: {} }, on: { [`task.complete.${id}`]: 'z', ...on } });
const z = { type: 'final' };

/** What cannot be executed, the state that is named, and words of the reason. */
const refused: readonly [what: string, machine: unknown, element: string | undefined, reason: RegExp][] = [
  ['something that is no machine', [], undefined, /expected a machine as a JSON object, but it is a list/],
  ['a key of XState 4', machine({ a: { on: { go: { target: 'z', cond: 'true' } } }, z }), 'a', /"on\.go\.cond" of state a to be "guard" \(XState 5\)/],
  ['an unknown key', machine({ a: { onn: {} }, z }), 'a', /"onn" of state a to be one of id, type/],
  ['an action nobody executes', machine({ a: { entry: { type: 'sendEmail' } }, z }), 'a', /an action of type assign, raise, emit, signal, decide/],
  ['a raised event with a delay', machine({ a: { entry: { type: 'raise', params: { event: 'x', delay: 5 } } } }), 'a', /no delay: a timer is an "after"/],
  ['an output', machine({ a: { type: 'final', output: {} } }), 'a', /no "output": states share the data/],
  ['two states of one id', machine({ a: { initial: 'b', states: { b: {} } }, b: {} }), 'b', /an id of its own, but there are several of b/],
  ['a compound state without its initial', { id: 'm', states: { a: {} } }, 'm', /"initial" of state m to be one of a, but it is missing/],
  ['a final state that goes on', machine({ a: { type: 'final', on: { go: 'a' } } }), 'a', /final state a to have no on, but it has/],
  ['a task that leads nowhere', machine({ a: { meta: { task: {} } }, z }), 'a', /say where its task leads, as "on": \{ "task\.complete\.a"/],
  ['a task beside a job', machine({ a: { ...task('a'), invoke: { src: 'x', onDone: 'z' } }, z }), 'a', /a task or an "invoke", but it has both/],
  ['a task around other states', machine({ a: { ...task('a'), initial: 'b', states: { b: {} } }, z }), 'a', /put it into a region of a parallel state/],
  ['a job without onDone', machine({ a: { invoke: { src: 'x' } }, z }), 'a', /the "invoke" of state a to have "onDone"/],
  ['several jobs in one state', machine({ a: { invoke: [{ src: 'x' }] }, z }), 'a', /"invoke" of state a to be an object/],
  ['a wildcard', machine({ a: { on: { '*': 'z' } }, z }), 'a', /an event's full name in "on" of state a, but it is "\*"/],
  ['XState’s own event', machine({ a: { on: { 'xstate.done.state.b': 'z' } }, z }), 'a', /names in "on" of state a that are not the machine's own/],
  ['a target that is not there', machine({ a: { on: { go: 'nowhere' } }, z }), 'a', /expected every target to be a state of the machine/],
  ['two targets in one region', machine({ a: { on: { go: { target: ['b', 'z'] } } }, b: {}, z }), 'a', /of b and z, to which state a leads, only one can be active/],
  ['a target within another', machine({ a: { on: { go: { target: ['p', '#r'] } } }, p: { type: 'parallel', states: { r: { id: 'r' }, s: {} } } }), 'a', /of p and r, to which state a leads/],
  ['two targets in one region, one by its history', machine({ a: { on: { go: { target: ['b.h', '#c'] } } }, b: { initial: 'd', states: { d: {}, h: { type: 'history' } } }, c: { id: 'c' } }), 'a', /only one can be active/],
  ['a machine without states', { id: 'm', initial: 'a' }, 'm', /"states" of state m to be there, but it is not/],
  ['a time that is none', machine({ a: { after: { soon: 'z' } }, z }), 'a', /times in "after" of state a .* but there is "soon"/],
  ['an expression that is no FEEL', machine({ a: { on: { go: { guard: '1 +', target: 'z' } } }, z }), 'a', /the guard of a\/go\/1 of state a "1 \+" to be FEEL/],
  ['what no event has', machine({ a: { on: { go: { guard: 'n > event.limit', target: 'z' } } }, z }), 'a', /to ask the event for its type, data, output or error, but it asks for event\.limit: what a message brings is in event\.data/],
  ['keys of a message that nobody waits for', machine({ a: { on: { go: 'z' }, meta: { messages: { paid: {} } } }, z }), 'a', /"messages" of state a to name events of its "on"/],
  ['a way back from inside', machine({ a: { initial: 'b', states: { b: { on: { go: '#h' } }, h: { type: 'history' } } } }), 'b', /history state h to be gone back to from outside of a/],
  ['an always that is taken for ever', machine({ a: { always: {} } }), 'a', /an "always" without a guard to lead away from state a/],
  ['a start by itself in a state', machine({ a: { meta: { starts: { messages: ['alarm'] } } } }), 'a', /"meta\.starts" of state a to be "starts" of the machine alone/],
  ['a start at a time that is none', machine({ a: {} }, { meta: { starts: { timers: ['now and then'] } } }), 'm', /"timers" in "starts" of m .* but there is "now and then"/],
  ['a name that would change every object', JSON.parse('{ "id": "m", "initial": "a", "states": { "a": { "on": { "__proto__": "a" } } } }'), 'a', /another name than "__proto__"/],
];

describe('A statechart that cannot be executed', () => {
  for (const [what, value, element, reason] of refused) {
    it(`is refused for ${what}, with its state and the reason`, () => {
      const reading = readStatechart(JSON.stringify(value));
      assert.ok('problems' in reading, 'it was read');
      const found = reading.problems.find(({ message }) => reason.test(message));
      assert.ok(found, JSON.stringify(reading.problems, null, 1));
      assert.equal(found.element, element);
    });
  }

  it('is refused when it is no JSON', () => {
    assert.match(JSON.stringify(readStatechart('{ "id": ')), /malformed/);
  });
  it('is refused when it has a state twice, of which one would be lost', () => {
    assert.match(JSON.stringify(readStatechart('{ "id": "m", "initial": "a", "states": { "a": { "after": { "PT1H": "a" } }, "a": {} } }')), /malformed.*at line 1, column 77 it has the name .*a.* for the second time/);
  });
  it('is refused when a number in it would be rounded', () => {
    assert.match(JSON.stringify(readStatechart('{ "id": "m", "version": 0.10000000000000000001 }')), /malformed.*the number 0\.10000000000000000001 has more digits/);
  });

  it('is read or refused, but never throws, however it is damaged', () => {
    const whole = JSON.stringify(machine({ a: { ...task('a'), after: { 'PT1H': 'z' } }, p: { type: 'parallel', states: { r: { initial: 's', states: { s: {} } }, t: { invoke: { src: 'x', onDone: '#z' } } } }, z: { ...z, id: 'z' } }));
    const values: readonly unknown[] = [null, 1, '', 'a', '#a', '.a', 'm.a.b', [], {}, [null], { target: [] }, '__proto__', 'constructor'];
    fc.assert(fc.property(fc.nat(), fc.constantFrom(...values), (at, value) => {
      let count = 0;
      const damaged = JSON.stringify(JSON.parse(whole), (_, each: unknown) => ((count += 1) === 1 + (at % 30) ? value : each));
      readStatechart(damaged);
    }), { numRuns: 600 });
  });
});

describe('A statechart that is read', () => {
  it('has its states as steps and its transitions as ways, for all that look at a procedure', () => {
    const reading = readStatechart(JSON.stringify(machine({ a: { ...task('a', { go: { guard: 'n > 1', target: '#z' } }), after: { 'PT1H': '#z' }, id: 'first' }, z: { ...z, id: 'z' } }, {}))
      .replace('task.complete.a', 'task.complete.first').replace('"z","go"', '"#z","go"'));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const { nodes, flows, starts } = reading.definition;
    assert.deepEqual(Object.values(nodes).map(({ id, kind }) => `${id} ${kind}`), ['m state', 'first userTask', 'z endEvent']);
    assert.deepEqual(Object.values(flows).map(({ id, source, target, condition }) => [id, source, target, condition?.text ?? '']), [
      ['m/initial', 'm', 'first', ''], ['first/task.complete.first/1', 'first', 'z', ''], ['first/go/1', 'first', 'z', 'n > 1'], ['first/after PT1H/1', 'first', 'z', ''],
    ]);
    assert.deepEqual(starts, ['m']);
  });

  it('may be the one in the manual', () => {
    const manual = readFileSync(new URL('../../docs/statecharts.md', import.meta.url), 'utf8');
    const reading = readStatechart(/```json\n(.*?)```/s.exec(manual)![1]!);
    assert.ok('definition' in reading, JSON.stringify(reading));
    const instance = new Bench(reading.definition, { services: { 'register.number': () => ({ number: 1 }) } }).start();
    assert.equal(instance.complete('reception', { outcome: 'accept' }).status, 'completed');
  });
});
