import assert from 'node:assert/strict';
import { stuckJoins } from '../deadlock.ts';
import { draftOf } from '../draft.ts';
import type { Environment } from '../environment.ts';
import type { Instance } from './instance.ts';
import { Twin } from './twin.ts';

/** What holds for every instance at any time: asserts it of this one. A `twin` has followed it until the step before. */
export const assertSound = (instance: Instance, environment: Environment = {}, twin: Twin = new Twin(instance, environment)): void => {
  const { state, effects, definition } = instance;
  twin.follow();
  const keys = effects.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, 'every effect has a key of its own');
  const count = (type: string, action?: string) => effects.filter((effect) => effect.type === type && (action === undefined || (effect.type === 'clock' && effect.action === action))).length;
  assert.equal(count('task.open') - count('task.close'), state.tokens.filter(({ wait }) => wait.on === 'task').length, 'what was opened and not closed is open');
  assert.equal(count('message.subscribe') - count('message.unsubscribe'), state.subscriptions.filter(({ event }) => event.kind === 'message').length, 'what was subscribed and not unsubscribed is subscribed');
  assert.equal(count('incident.raise') - count('incident.resolve'), state.incidents.length, 'what was raised and not resolved is an incident');
  if (state.status !== 'active') assert.equal(count('clock', 'pause'), count('clock', 'resume'), 'every pause of the clock has ended');
  const ids = new Set(state.tokens.map(({ id }) => id));
  assert.equal(count('signal.subscribe') - count('signal.unsubscribe'), state.subscriptions.filter(({ event }) => event.kind === 'signal').length, 'what waits for a signal is subscribed');
  const held = new Set(state.scopes.map(({ id }) => id));
  for (const { token, scope, id } of state.subscriptions) assert.ok(token === undefined ? held.has(scope!) : ids.has(token), `subscription ${id} has its token or scope`);
  const open = (id: number): boolean => definition.nodes[state.scopes.find((scope) => scope.id === id)!.node]?.kind === 'adHocSubProcess';
  for (const { token, id } of state.incidents) assert.ok(ids.has(token), `incident ${id} has its token`);
  if (state.status !== 'active') assert.deepEqual([state.tokens, state.subscriptions, state.incidents, state.scopes], [[], [], [], []], 'a closed instance holds nothing');
  else assert.ok(state.tokens.some(({ wait }) => wait.on !== 'join' && wait.on !== 'scope') || state.subscriptions.length > 0 || state.scopes.some(({ id }) => open(id)), 'an active instance waits for someone, something or a mended fault');
  // A statechart has no joins: a final state of a region waits for what the regions beside it do.
  if (!definition.machine) assert.deepEqual(stuckJoins(draftOf(definition, state, '', environment)).map(({ at }) => at), [], 'a join that waits in vain is named');
  const scopes = new Map(state.scopes.map((scope) => [scope.id, scope]));
  for (const { id, scope, wait } of state.tokens) {
    assert.ok(scopes.has(scope), `token ${id} lives in a scope`);
    if (wait.on === 'scope') assert.equal(scopes.get(wait.scope)?.token, id, `token ${id} waits for its scope`);
    if (wait.on === 'incident') assert.ok(state.incidents.some((incident) => incident.id === wait.incident), `token ${id} waits on its incident`);
  }
  for (const { id } of state.scopes) assert.ok(open(id) || state.tokens.some(({ scope }) => scope === id), `scope ${id} holds a token`);
};
