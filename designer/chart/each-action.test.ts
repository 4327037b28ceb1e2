import assert from 'node:assert/strict';
import type { Machine } from '../../engine/statechart/machine.ts';
import { noDecision } from '../../procedures/decision-named.ts';
import { askDecision, giveDecision } from './each-action.ts';

const decide = (decision: string, inputs?: Readonly<Record<string, string>>) => ({ type: 'decide' as const, params: { decision, result: 'fee', ...(inputs && { inputs }) } });
const machine = (entry: ReturnType<typeof decide>, way: ReturnType<typeof decide>): Machine => ({ id: 'fee', initial: 'asked', states: { asked: { entry, on: { PAID: { target: 'done', actions: [way] } } }, done: { type: 'final' } } });

describe('what a statechart hands a table', () => {
  const stories: Readonly<Record<string, readonly [from: Machine, feel: string | undefined, to: Machine]>> = {
    'is more, wherever its file is asked': [
      machine(decide('fee#fee', { channel: 'filing.channel' }), decide('fee#lines', { channel: 'filing.channel' })), 'application.area',
      machine(decide('fee#fee', { channel: 'filing.channel', area: 'application.area' }), decide('fee#lines', { channel: 'filing.channel', area: 'application.area' })),
    ],
    'is no more what it asks for no more': [machine(decide('fee#fee', { channel: 'c', area: 'a' }), decide('fee#fee', { area: 'a' })), undefined, machine(decide('fee#fee', { channel: 'c' }), decide('fee#fee', {}))],
    'is as it was for tables of other files, and for those that see everything': [machine(decide('limit#limit', { channel: 'c' }), decide('fee#fee')), 'a', machine(decide('limit#limit', { channel: 'c' }), decide('fee#fee'))],
  };
  for (const [what, [from, feel, to]] of Object.entries(stories)) it(what, () => assert.deepEqual(giveDecision(from, 'fee', 'area', feel), to));
});

describe('a state asks a table that the page of tables gives it', () => {
  const asked = { type: 'decide' as const, params: { decision: 'limit#limit', result: 'decided', inputs: { area: 'application.area' } } };
  const assigned = { type: 'assign' as const, params: { rounds: '1' } };
  const state = (entry?: NonNullable<Machine['entry']>): Machine => ({ id: 'p', initial: 'a', states: { a: { ...(entry && { entry }), always: 'b' }, b: { type: 'final' } } });
  const stories: Readonly<Record<string, readonly [from: Machine, to: Machine]>> = {
    'on entering it': [state(), state(asked)],
    'after what it does already': [state(assigned), state([assigned, asked])],
    'in place of an action that asks none yet, under the name that it keeps': [
      state([decide(noDecision, {}), assigned]), state([{ ...asked, params: { ...asked.params, result: 'fee' } }, assigned]),
    ],
  };
  for (const [what, [from, to]] of Object.entries(stories)) it(what, () => assert.deepEqual(askDecision(from, 'a', 'limit#limit', [{ name: 'area', text: 'application.area' }]), to));
});
