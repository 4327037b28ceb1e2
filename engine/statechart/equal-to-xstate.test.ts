import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '../definition.ts';
import { Bench } from '../testing/bench.ts';
import { arbitraryChance, chanceOf, drawMachine, messages, type Chance } from '../testing/draw-machine.ts';
import type { Instance } from '../testing/instance.ts';
import { runs } from '../testing/runs.ts';
import { assertSound } from '../testing/sound.ts';
import { XStateActor } from '../testing/xstate-actor.ts';
import { readStatechart } from './read.ts';

const tried = runs(500);
const { numRuns } = tried;

const read = (machine: object): Definition | undefined => {
  const reading = readStatechart(JSON.stringify(machine));
  if ('definition' in reading) return reading.definition;
  const others = reading.problems.filter(({ rule }) => rule !== 'history' && rule !== 'endless-loop');
  assert.deepEqual(others, [], 'only what XState itself cannot do is refused');
  return undefined;
};

/** XState gives up for good; here the event is held, until its state is left. */
const isRunaway = (instance: Instance): boolean => instance.effects.some((effect) => effect.type === 'incident.raise' && effect.code === 'runaway');

const mustAgree = (instance: Instance, actor: XStateActor, history: readonly string[]): void => {
  const ours = {
    done: instance.status === 'completed', data: { n: instance.data['n'], m: instance.data['m'] },
    log: instance.trace.filter(({ did }) => did === 'enter' || did === 'leave').map(({ element, did }) => `${did} ${element}`),
    active: [...new Set(instance.state.tokens.map(({ at }) => at))].toSorted(),
  };
  const theirs = { done: actor.done, data: actor.data, log: actor.log, active: actor.done ? [] : actor.active };
  assert.deepEqual(ours, theirs, `after ${history.join(', ')}`);
};

/** Something that can happen now, done to both; what it was. */
const doSomething = (chance: Chance, bench: Bench, instance: Instance, actor: XStateActor): string => {
  const open = instance.tasks.length > 0 ? chance.of(instance.tasks) : undefined;
  const what = chance.below(4);
  if (what === 0 && open) {
    const wait = instance.state.tokens.find(({ id }) => id === open.token)!.wait.on;
    const machine = instance.definition.machine!;
    const canFail = wait === 'job' && JSON.stringify(machine).includes(`"onError"`) && instance.definition.nodes[open.element]!.outgoing.some((flow) => flow.includes('/onError/'));
    if (canFail && chance.below(2) === 0) {
      instance.fail(open.element, 'oops');
      actor.send({ type: `xstate.error.actor.${open.element}` });
      return `${open.element} fails`;
    }
    instance.complete(open.element, 1);
    actor.send(wait === 'job' ? { type: `xstate.done.actor.${open.element}` } : { type: `task.complete.${open.element}` });
    return `${open.element} done`;
  }
  if (what === 1) {
    bench.advance('PT1M');
    actor.advance(60_000);
    return 'a minute';
  }
  if (what === 2 && chance.below(3) === 0) {
    const data = { n: chance.below(4) };
    instance.change(data);
    actor.send({ type: 'motcua.data', data });
    return `n is ${data.n}`;
  }
  const name = chance.of(messages);
  const heard = instance.state.subscriptions.some(({ event }) => event.kind === 'message' && event.name === name);
  const answer = instance.offer({ type: 'message', name });
  if (heard) actor.send({ type: name });
  else assert.ok('rejected' in answer, `nobody waits for ${name}`);
  return name;
};

const environment = { budget: 600 };

describe('A statechart', () => {
  it('moves as XState moves it, whatever the machine and whatever happens', function () {
    this.timeout(600_000);
    let [moved, finished, parallel] = [0, 0, 0];
    fc.assert(fc.property(arbitraryChance, arbitraryChance, arbitraryChance, (drawing, ...happenings) => {
      const machine = drawMachine(chanceOf(drawing));
      const definition = read(machine);
      fc.pre(definition !== undefined);
      const bench = new Bench(definition, { environment });
      // The second one goes ways that XState was asked for in the first, turns off them, and comes back.
      for (const happening of happenings) {
        const chance = chanceOf(happening);
        const instance = bench.start();
        const actor = new XStateActor(machine);
        const history: string[] = [];
        for (let turn = 0; turn < 10; turn += 1) {
          if (actor.broken || isRunaway(instance)) break;
          mustAgree(instance, actor, history);
          if (actor.done) break;
          history.push(doSomething(chance, bench, instance, actor));
          moved += 1;
        }
        assert.equal(isRunaway(instance), actor.broken, history.join(', '));
        finished += actor.done ? 1 : 0;
        parallel += instance.state.tokens.filter(({ wait }) => wait.on !== 'scope').length > 1 ? 1 : 0;
        assertSound(instance, environment);
      }
    }), tried);
    assert.ok(moved > numRuns * 3 && finished > numRuns / 20 && parallel > numRuns / 20, `only ${moved} moves, ${finished} ends, ${parallel} parallel`);
  });
});
