import assert from 'node:assert/strict';
import type { Environment } from './environment.ts';
import type { Event } from './event.ts';
import { keepsTo } from './testing/bar.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import { assertSound } from './testing/sound.ts';
import { start, transition } from './transition.ts';

const at = '2026-01-05T01:00:00.000Z';
const by = 'test';
const begun = { type: 'start', at, by, data: {} } as const;

const messages = '<message id="m" name="paid"/>';
const mixed = diagram(`<startEvent id="s"/><parallelGateway id="f"/><userTask id="u"/><serviceTask id="x"/><receiveTask id="r" messageRef="m"/><exclusiveGateway id="g"/><task id="t"/><task id="v"/>
  ${flows('s -> f -> u; f -> x; f -> r; f -> g; g -> t if n > 1; g -> v if n < 1')}`, messages);

describe('What cannot be done is rejected, and nothing changes', () => {
  const table: readonly (readonly [event: object, rejected: string, message: RegExp])[] = [
    [begun, 'started', /has not begun, but p is active/],
    [{ type: 'task.complete', token: 99 }, 'no-task', /token 99, but there is no such token/],
    [{ type: 'task.complete', token: 4 }, 'no-task', /waits for job at serviceTask x/],
    [{ type: 'task.fail', token: 4, error: 'a' }, 'no-task', /job/],
    [{ type: 'job.complete', token: 3 }, 'no-job', /waits for task at userTask u/],
    [{ type: 'job.fail', token: 99, code: 'a', message: 'b' }, 'no-job', /no such token/],
    [{ type: 'message', name: 'lost' }, 'no-message', /wait for message "lost"/],
    [{ type: 'timer', subscription: 7 }, 'no-timer', /timer 7/],
    [{ type: 'data', data: [1] }, 'bad-data', /JSON object, but got \[1\]/],
    [{ type: 'incident.retry', incident: 99 }, 'no-incident', /incident 99/],
    [{ type: 'incident.retry', incident: 8, data: 'x' }, 'bad-data', /"x"/],
    [{ type: 'choose', gateway: 'f', flows: ['f-u'] }, 'no-gateway', /expected an exclusive or inclusive gateway, but got parallelGateway f/],
    [{ type: 'choose', gateway: 'constructor', flows: [] }, 'no-gateway', /constructor/],
    [{ type: 'choose', gateway: 'g', flows: ['f-u'] }, 'no-gateway', /expected one of g-t/],
  ];
  for (const [event, rejected, message] of table) {
    it(`${JSON.stringify(event)} is "${rejected}"`, async () => {
      const definition = await compiled(mixed);
      const step = start(definition, begun);
      assert.ok('state' in step);
      assert.equal(step.state.incidents[0]!.id, 8);
      const before = structuredClone(step.state);
      const result = transition(definition, step.state, { at, by, ...event } as Event);
      assert.ok('rejected' in result, JSON.stringify(result));
      assert.equal(result.rejected, rejected);
      assert.match(result.message, message);
      assert.deepEqual(step.state, before);
    });
  }
});

describe('A message that two wait for', () => {
  const twins = diagram(`<startEvent id="s"/><parallelGateway id="f"/><receiveTask id="a" messageRef="m"/><receiveTask id="b" messageRef="m"/>${flows('s -> f -> a; f -> b')}`, messages);

  it('goes to the one that has waited longest', async () => assert.deepEqual(Object.keys(new Bench(await compiled(twins)).start().message('paid', { data: 1 }).data), ['a']));
  it('goes to the one it names', async () => assert.deepEqual(Object.keys(new Bench(await compiled(twins)).start().trigger('b', 1).data), ['b']));
});

describe('Starting', () => {
  const choice = diagram(`<startEvent id="a"><messageEventDefinition messageRef="m"/></startEvent><startEvent id="b"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent><userTask id="u"/>${flows('a -> u; b -> u')}`, messages);

  it('takes the data that came with it', async () => assert.deepEqual(new Bench(await compiled(mixed)).start({ data: { n: 2 } }).data, { n: 2 }));
  it('begins at a start event that is named', async () => assert.deepEqual(new Bench(await compiled(choice)).start({ node: 'b' }).visited, ['b', 'u']));
  it('does not guess between start events with triggers', async () => {
    const result = start(await compiled(choice), begun);
    assert.ok('rejected' in result && result.rejected === 'no-start');
    assert.match(result.message, /name one of a, b/);
  });
  it('names what is behind a gateway that begins instances', async () => {
    const gateway = diagram(`<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/><intermediateCatchEvent id="a"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><intermediateCatchEvent id="b"><messageEventDefinition messageRef="o"/></intermediateCatchEvent>${flows('g -> a; g -> b')}`, `${messages}<message id="o" name="other"/>`);
    const result = start(await compiled(gateway), begun);
    assert.match('rejected' in result ? result.message : '', /name one of a, b/);
  });
  it('does not begin where nothing begins', async () => {
    const result = start(await compiled(choice), { ...begun, node: 'u' });
    assert.ok('rejected' in result && result.rejected === 'no-start');
  });
  it('begins everywhere at once when there are no start events', async () => assert.deepEqual(new Bench(await compiled(diagram('<userTask id="a"/><userTask id="b"/>'))).start().visited, ['a', 'b']));
  it('begins also at what nothing leads to, next to its start event', async () => {
    assert.deepEqual(new Bench(await compiled(diagram(`<startEvent id="s"/><userTask id="a"/><userTask id="b"/>${flows('s -> a')}`))).start().visited, ['s', 'b', 'a']);
  });
  it('refuses data that has no names', async () => {
    const result = start(await compiled(mixed), { ...begun, data: null as never });
    assert.ok('rejected' in result && result.rejected === 'bad-data');
  });
});

describe('A runaway procedure', () => {
  const loop = diagram(`<startEvent id="s"/><exclusiveGateway id="m"/><task id="a" name="Lặp"/><exclusiveGateway id="x" default="x-m"/><endEvent id="e"/>${flows('s -> m -> a -> x; x -> e if stop; x -> m')}`);
  const run = async (environment: Environment) => {
    const instance = new Bench(await compiled(loop), { environment }).start({ data: { stop: false } });
    assertSound(instance, environment);
    return instance;
  };

  it('is stopped by its budget and says where', async () => {
    const instance = await run({ budget: 100 });
    assert.deepEqual(instance.incidents.map(({ code }) => code), ['runaway']);
    assert.match(instance.incidents[0]!.message, /within 100 automatic steps/);
  });
  it('is stopped within seconds without being told to', async () => {
    const started = performance.now();
    assert.equal((await run({})).incidents[0]!.code, 'runaway');
    assert.ok(keepsTo(performance.now() - started, 5000));
  });
  it('goes on when the cause is mended', async () => assert.equal((await run({ budget: 100 })).retry({ stop: true }).status, 'completed'));
  it('stops all its tokens under one incident', async () => {
    const bomb = diagram(`<startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/><exclusiveGateway id="x" default="x-m"/><endEvent id="e"/>${flows('s -> m -> f -> x; x -> e if stop; x -> m; f -> y')}<exclusiveGateway id="y" default="y-m"/>${flows('y -> e if stop; y -> m')}`);
    const instance = new Bench(await compiled(bomb), { environment: { budget: 500 } }).start({ data: { stop: false } });
    assert.equal(instance.incidents.length, 1);
    assert.ok(instance.state.tokens.length > 50);
    assertSound(instance, { budget: 500 });
    for (let turn = 0; turn < 5 && instance.status === 'active'; turn += 1) instance.retry({ stop: true });
    assert.equal(instance.status, 'completed');
    assert.equal(instance.effects.filter(({ type }) => type === 'incident.resolve').length, instance.effects.filter(({ type }) => type === 'incident.raise').length);
  });
});

describe('A crowd of tokens', () => {
  const many = (inside: string, count: number): string => diagram(`<startEvent id="s"/>${inside.replace('</', `<multiInstanceLoopCharacteristics id="l"><loopCardinality>${count}</loopCardinality></multiInstanceLoopCharacteristics></`)}<endEvent id="e"/>${flows('s -> x -> e')}`);

  it('is held up, and goes on as soon as there is room', async () => {
    const environment = { crowd: 5 };
    const instance = new Bench(await compiled(many('<userTask id="x" name="Việc"></userTask>', 12)), { environment }).start();
    for (const [open, held] of [[4, 8], [4, 4], [4, 0]] as const) {
      assert.deepEqual([instance.tasks.length, instance.state.tokens.filter(({ wait }) => wait.on === 'incident').length], [open, held]);
      assert.deepEqual(instance.incidents.map(({ code }) => code), held > 0 ? ['crowded'] : []);
      for (let turn = 0; turn < open; turn += 1) instance.complete('x');
      assertSound(instance, environment);
      if (held > 0) instance.retry();
    }
    assert.equal(instance.status, 'completed');
  });
  it('is no matter to tokens that do not stay', async () => {
    assert.equal(new Bench(await compiled(many('<task id="x"></task>', 400)), { environment: { crowd: 5 } }).start().status, 'completed');
  });
  it('is held up in an instance that asks for ten thousand, without being told to', async () => {
    const instance = new Bench(await compiled(many('<userTask id="x"></userTask>', 10_000))).start();
    assert.equal(instance.tasks.length, 999, 'and the loop itself');
    assert.match(instance.incidents[0]!.message, /at most 1000 steps/);
  });
});

describe('A runaway through a join that looks around', () => {
  const through = (ways: string, event = '') => diagram(`<startEvent id="s"/><inclusiveGateway id="j"/><endEvent id="e">${event}</endEvent>${flows(ways)}`);
  for (const budget of [20, 21, 22, 23, 24, 25]) {
    it(`is named also when the last token that moved has just ended (after ${budget} steps)`, async () => {
      const instance = new Bench(await compiled(through('s -> j -> j; j -> e', '<compensateEventDefinition/>')), { environment: { budget } }).start();
      assert.deepEqual(instance.incidents.map(({ code }) => code), ['runaway']);
      assertSound(instance, { budget });
    });
  }
});

describe('Size', () => {
  const chain = (kind: string, length: number, inside = ''): string => {
    const ids = Array.from({ length }, (_, index) => `t${index}`);
    return diagram(`<startEvent id="s"/>${ids.map((id) => `<${kind} id="${id}">${inside}</${kind}>`).join('')}${flows(['s', ...ids].join(' -> '))}`);
  };

  it('does not matter: 10,000 automatic tasks in a row run well within a second', async () => {
    const definition = await compiled(chain('task', 10_000));
    const started = performance.now();
    const step = start(definition, begun);
    const took = performance.now() - started;
    assert.ok('state' in step && step.state.status === 'completed');
    assert.ok(keepsTo(took, 1000), `${took} ms`);
  });

  it('does not matter: a fork of 1,000 branches joins in any order', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `u${index}`);
    const definition = await compiled(diagram(`<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><endEvent id="e"/>${ids.map((id) => `<task id="${id}"/>`).join('')}${flows(`s -> f; j -> e; ${ids.map((id) => `f -> ${id} -> j`).join(';')}`)}`));
    const started = performance.now();
    const step = start(definition, begun);
    assert.ok('state' in step && step.state.status === 'completed');
    assert.ok(keepsTo(performance.now() - started, 1000));
  });

  it('does not matter: sub-processes may be nested as deep as a diagram may', async () => {
    const definition = await compiled(diagram(`${Array.from({ length: 50 }, (_, depth) => `<subProcess id="p${depth}">`).join('')}<userTask id="u"/>${'</subProcess>'.repeat(50)}`));
    assert.equal(new Bench(definition).start().complete('u').status, 'completed');
  });
});

describe('Data that arrives by itself', () => {
  it('is kept and moves nothing', async () => {
    const instance = new Bench(await compiled(mixed)).start();
    const before = instance.state.tokens;
    instance.send({ type: 'data', data: { n: 5, u: { a: 1 } } });
    assert.deepEqual(instance.data, { n: 5, u: { a: 1 } });
    assert.deepEqual(instance.state.tokens, before);
  });
  it('cannot reach into the inheritance of objects', async () => {
    const result = start(await compiled(mixed), { ...begun, data: JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, never> });
    assert.ok('rejected' in result && result.rejected === 'bad-data');
  });
});
