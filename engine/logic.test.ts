import assert from 'node:assert/strict';
import { createActor, type Snapshot } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import type { Event, StartInstance } from './event.ts';
import { toActorLogic, type InstanceSnapshot } from './logic.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';

const at = '2026-01-05T01:00:00.000Z';
const input: StartInstance = { type: 'start', at, by: 'citizen', data: {} };

/** Appraise in parallel with asking the police; grant or send back. */
const permit = diagram(`<startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/><userTask id="appraise"/><userTask id="ask"/><parallelGateway id="j"/>
  <exclusiveGateway id="x"/><userTask id="grant"/><endEvent id="e"/>
  ${flows('s -> m -> f -> appraise -> j; f -> ask -> j; j -> x; x -> grant if appraise; x -> m if not(appraise); grant -> e')}`);

const answer = (snapshot: InstanceSnapshot, data: boolean): Event[] =>
  snapshot.instance.tokens.filter(({ wait }) => wait.on === 'task').map(({ id }) => ({ type: 'task.complete', token: id, data, at, by: 'clerk' }));

describe('A procedure as an XState actor', () => {
  it('runs under createActor and ends with its status', async () => {
    const actor = createActor(toActorLogic(await compiled(permit)), { input });
    const emitted: string[] = [];
    actor.on('*', ({ type }) => emitted.push(type));
    actor.start();
    for (let turn = 0; turn < 3; turn += 1) actor.send(answer(actor.getSnapshot(), true)[0]!);
    assert.equal(actor.getSnapshot().status, 'done');
    assert.equal(actor.getSnapshot().output, 'completed');
    assert.deepEqual(emitted, ['task.open', 'task.open', 'task.close', 'task.close', 'task.open', 'task.close', 'close']);
  });

  it('goes on where it was persisted, and opens nothing twice', async () => {
    const logic = toActorLogic(await compiled(permit));
    const first = createActor(logic, { input }).start();
    first.send(answer(first.getSnapshot(), true)[0]!);
    const stored = JSON.stringify(first.getPersistedSnapshot());
    first.stop();
    const second = createActor(logic, { input, snapshot: JSON.parse(stored) as Snapshot<unknown> });
    const emitted: string[] = [];
    second.on('*', ({ type }) => emitted.push(type));
    second.start();
    assert.deepEqual(emitted, []);
    assert.deepEqual(second.getSnapshot().instance, first.getSnapshot().instance);
    second.send(answer(second.getSnapshot(), true)[0]!);
    assert.deepEqual(second.getSnapshot().instance.tokens.map((token) => token.at), ['grant']);
  });

  it('does not change when an event is rejected or when it is stopped', async () => {
    const actor = createActor(toActorLogic(await compiled(permit)), { input }).start();
    const before = actor.getSnapshot();
    actor.send({ type: 'task.complete', token: 999, at, by: 'clerk' });
    assert.equal(actor.getSnapshot(), before);
    actor.stop();
    assert.equal(actor.getSnapshot().instance, before.instance);
  });

  it('has its paths enumerated', async () => {
    const paths = getSimplePaths(toActorLogic(await compiled(permit)), {
      input,
      events: (snapshot) => [true, false].flatMap((data) => answer(snapshot, data)),
      serializeEvent: (event) => JSON.stringify(event),
      serializeState: ({ status, instance }) => JSON.stringify([status, instance.tokens.map(({ at: place, via }) => `${place} ${via}`).toSorted(), instance.data]),
      toState: ({ status }) => status === 'done',
      limit: 5_000,
    });
    assert.ok(paths.length > 4, `${paths.length} paths`);
    for (const { state } of paths) assert.equal(state.output, 'completed');
  });
});
