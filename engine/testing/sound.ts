import assert from 'node:assert/strict';
import type { Environment } from '../environment.ts';
import type { Instance } from './instance.ts';
import { replay } from './replay.ts';

/** What holds for every instance at any time: asserts it of this one. */
export const assertSound = (instance: Instance, environment: Environment = {}): void => {
  const { state, effects, events, definition } = instance;
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state, 'the state is plain JSON');
  const keys = effects.map(({ key }) => key);
  assert.deepEqual(keys.filter((key, index) => keys.indexOf(key) !== index), [], 'every effect has a key of its own');
  const again = replay(definition, events, environment);
  assert.deepEqual(again.state, state, 'replay gives the same state');
  assert.deepEqual(again.effects, JSON.parse(JSON.stringify(effects)), 'replay gives the same effects');
  const ids = new Set(state.tokens.map(({ id }) => id));
  for (const { token, id } of state.subscriptions) assert.ok(ids.has(token), `subscription ${id} has its token`);
  for (const { token, id } of state.incidents) assert.ok(ids.has(token), `incident ${id} has its token`);
  if (state.status !== 'active') assert.deepEqual([state.tokens, state.subscriptions, state.incidents, state.scopes], [[], [], [], []], 'a closed instance holds nothing');
  else assert.ok(state.tokens.length > 0, 'an active instance has a token');
};
