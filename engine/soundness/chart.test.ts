import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '../definition.ts';
import { readStatechart } from '../statechart/read.ts';
import { Bench } from '../testing/bench.ts';
import { playStory } from '../testing/counterexample.ts';
import { arbitraryChance, chanceOf, drawMachine } from '../testing/draw-machine.ts';
import type { Instance } from '../testing/instance.ts';
import { runs } from '../testing/runs.ts';
import { prove, type ProofFinding } from './prove.ts';

type States = Readonly<Record<string, object>>;

const read = (states: States, context: object = {}): Definition => {
  const reading = readStatechart(JSON.stringify({ id: 'm', context, initial: Object.keys(states)[0], states }));
  assert.ok('definition' in reading, JSON.stringify(reading));
  return reading.definition;
};

/** A person's step, with its ways on. */
const task = (id: string, ...ways: readonly (string | { readonly guard?: string; readonly target: string; readonly actions?: object })[]) =>
  ({ meta: { task: { role: 'clerk' } }, on: { [`task.complete.${id}`]: ways } });
const final = { type: 'final' } as const;

const often = [1, 2, 3, 4, 5, 6];
/** States one after the other, of which each writes a value and asks the same of it. */
const chain: States = Object.fromEntries(often.map((turn) => [`c${turn}`, {
  entry: { type: 'assign', params: { n: 'a.n' } },
  always: [{ guard: 'n > 5', target: turn < often.length ? `c${turn + 1}` : 'b' }, { guard: 'n <= 5', target: turn < often.length ? `c${turn + 1}` : 'e' }],
}]));

const told = (findings: readonly ProofFinding[]): readonly string[] => findings.map(({ rule, element }) => `${rule} ${element}`).toSorted();

type Line = readonly [what: string, states: States, ...findings: string[]];

const sound: readonly Line[] = [
  ['steps in a row', { a: task('a', 'b'), b: task('b', 'e'), e: final }],
  ['work that is done again', { a: task('a', 'b'), b: task('b', { guard: 'b.good', target: 'e' }, { guard: 'not(b.good)', target: 'a' }), e: final }],
  ['a job that may fail', { a: { invoke: { src: 'notify', onDone: 'e', onError: 'b' } }, b: task('b', 'e'), e: final }],
  ['a limit beside the work', { a: { ...task('a', 'e'), after: { PT1H: 'b' } }, b: task('b', 'e'), e: final }],
  ['a message that withdraws', { a: { ...task('a', 'e'), on: { 'task.complete.a': 'e', withdraw: 'w' } }, e: final, w: final }],
  ['regions that wait for each other', { p: { type: 'parallel', states: { l: { initial: 'x', states: { x: task('x', 'xe'), xe: final } }, r: { initial: 'y', states: { y: task('y', 'ye'), ye: final } } }, onDone: 'e' }, e: final }],
  ['a state that goes back to where it was', { p: { initial: 'x', states: { x: task('x', 'y'), y: task('y', '#e'), h: { type: 'history' } }, on: { pause: 'q' } }, q: task('q', 'p.h'), e: final }],
  ['one question that many states ask anew within one step', { a: task('a', 'c1'), ...chain, b: task('b', 'e'), e: final }],
  ['a way out of a round that is taken at once or never, and behind which the same is asked anew', { a: task('a', 'r'), r: { always: [{ guard: 'a.n = b', target: 'c' }, { target: 'c1' }] }, c: { entry: { type: 'assign', params: { b: 'b + 1' } }, always: 'r' }, ...chain, b: task('b', 'e'), e: final }],
  ['a value that is worked out as a guard is written, while what it is of is written too', { a: task('a', { guard: 'm > 2', target: 'b' }, { target: 'e' }), b: { entry: { type: 'assign', params: { m: '0', f: 'm > 2' } }, always: [{ guard: 'm > 2', target: 'c' }, { target: 'd' }] }, c: task('c', 'e'), d: task('d', 'e'), e: final }],
  ['values that are set anew before they are asked again', { a: task('a', { guard: 'a.n > 5', target: 'b' }, { guard: 'a.n <= 5', target: 'e' }), b: task('b', 'c'), c: { entry: { type: 'assign', params: { a: '{ n: 1 }' } }, always: [{ guard: 'a.n > 5', target: 'b' }, { guard: 'a.n <= 5', target: 'e' }] }, e: final }],
];

const unsound: readonly Line[] = [
  ['a state that nothing leads out of', { a: task('a', 'b'), b: {}, e: final }, 'option-to-complete b'],
  ['steps that lead to one another and to no end', { a: task('a', 'b'), b: task('b', 'a'), e: final }, 'option-to-complete a'],
  ['states that go round by themselves', { a: task('a', 'b'), b: { always: 'c' }, c: { always: 'b' }, e: final }, 'endless-loop a'],
  ['an answer that leads nowhere', { a: task('a', { guard: 'a.n > 5', target: 'e' }, { guard: 'a.n < 5', target: 'e' }), e: final }, 'gateway-gap a'],
  ['states that go round by themselves, whatever is asked anew in each round', { a: task('a', 'b'), b: { entry: { type: 'assign', params: { n: '1' } }, always: [{ guard: 'n > 5', target: 'c' }, { guard: 'n <= 5', target: 'd' }] }, c: { always: 'b' }, d: { always: 'b' }, e: final }, 'endless-loop b'],
  ['a guard that compares two values, and is asked again of the same', { a: task('a', { guard: 'a.n = a.m', target: 'b' }, { target: 'e' }), b: task('b', { guard: 'a.n = a.m', target: 'e' }, { target: 'c' }), c: task('c', 'e'), e: final }, 'dead-element c'],
  ['a state behind an answer that was ruled out', { a: task('a', { guard: 'a.n > 5', target: 'b' }, { guard: 'a.n <= 5', target: 'e' }), b: task('b', { guard: 'a.n < 3', target: 'c' }, { guard: 'a.n >= 3', target: 'e' }), c: task('c', 'e'), e: final }, 'dead-element c'],
  ['a transition behind one that always comes first', { a: task('a', { guard: 'a.n > 5', target: 'e' }, { guard: 'a.n <= 5', target: 'b' }, { guard: 'a.n = 3', target: 'e' }), b: task('b', 'e'), e: final }, 'dead-element a/task.complete.a/3'],
];

describe('A proof of a statechart', () => {
  for (const [what, states] of sound) it(`finds nothing wrong with ${what}`, () => assert.deepEqual(prove(read(states)).findings, []));

  for (const [what, states, ...findings] of unsound) it(`tells of ${what}`, () => assert.deepEqual(told(prove(read(states)).findings), findings));

  it('tells stories that can be played', () => {
    for (const [what, states, ...expected] of unsound) {
      const definition = read(states);
      for (const { rule, element, counterexample } of prove(definition).findings) {
        if (rule === 'dead-element') continue;
        const { state, incidents } = playStory(definition, counterexample!);
        assert.equal(state.status, 'active', `${what}: ${expected.join(', ')}`);
        if (rule === 'endless-loop') assert.equal(incidents[0]!.code, 'runaway', what);
        else assert.ok(state.tokens.some(({ at }) => at === element), what);
        assert.equal(incidents.length, what.startsWith('steps') ? 0 : 1, what);
      }
    }
  });

  it('takes no value of the context for granted, for whoever begins may give another', () => {
    const urgent: States = { a: { always: [{ guard: 'urgent = true', target: 'b' }, { target: 'e' }] }, b: task('b', 'e'), e: final };
    const context = { urgent: false };
    assert.deepEqual(prove(read(urgent, context)).findings, []);
    assert.deepEqual(new Bench(read(urgent, context)).start().trace.filter(({ element }) => element === 'b'), []);
    assert.equal(new Bench(read(urgent, context)).start({ data: { urgent: true } }).tasks[0]!.element, 'b');
  });

  it('answers whenever its time is over', () => {
    for (const [, states] of unsound) for (let until = 0; until < 60; until += 1) {
      let asked = 0;
      prove(read(states), { states: 300, milliseconds: 1, elapsed: () => ((asked += 1) > until ? 2 : 0) });
    }
  });

  it('foretells what random ways through random machines meet', function () {
    this.timeout(600_000);
    fc.assert(fc.property(arbitraryChance, fc.array(fc.array(fc.nat(1000), { maxLength: 12 }), { minLength: 3, maxLength: 5 }), (drawing, ways) => {
      const reading = readStatechart(JSON.stringify(drawMachine(chanceOf(drawing))));
      fc.pre('definition' in reading);
      const { findings } = prove(reading.definition, { states: 60, ways: 100 });
      const dead = new Set(findings.filter(({ rule }) => rule === 'dead-element').map(({ element }) => element));
      const halts = findings.some(({ rule }) => rule === 'option-to-complete' || rule === 'not-decided');
      for (const way of ways) {
        const { trace, incidents } = walked(reading.definition, way);
        assert.deepEqual(trace.map(({ element }) => element).filter((id) => dead.has(id)), [], 'nothing that was called dead is come to');
        assert.ok(halts || !incidents.some(({ code }) => code === 'deadlock'), 'a standstill was foretold');
      }
    }), runs(40));
  });
});

/** Does what the numbers pick, until something is held up. */
const walked = (definition: Definition, picks: readonly number[]): Instance => {
  const instance = new Bench(definition, { environment: { budget: 600 } }).start({ data: { n: picks.length, m: 1 } });
  for (const pick of picks) {
    if (instance.status !== 'active' || instance.incidents.length > 0) break;
    const deeds = [
      ...instance.tasks.map(({ element }) => () => void instance.complete(element, 1)),
      ...instance.state.subscriptions.map(({ id, event }) => () => void (event.kind === 'message' ? instance.offer({ type: 'message', name: event.name, subscription: id }) : instance.send({ type: 'timer', subscription: id }))),
    ];
    if (deeds.length > 0) deeds[pick % deeds.length]!();
  }
  return instance;
};
