import assert from 'node:assert/strict';
import type { Data } from '../engine/state.ts';
import type { Parameter } from '../procedures/procedure.ts';
import { factsLacking } from './facts-kept.ts';

const parameter = (name: string, kind: Parameter['kind'], usual: Parameter['usual']): Parameter => ({ name, kind, usual, label: { vi: name, en: name }, source: 'x', mark: 'design' });
const parameters = [parameter('free', 'yesNo', false), parameter('copies', 'number', 2)];
const filed = { at: '2026-06-30T18:00:00.000Z', day: '2026-07-01', channel: 'counter', delivery: 'post' };

const cases: Readonly<Record<string, readonly [data: Data, parameters: readonly Parameter[], lacking: Data]>> = {
  'nothing where it holds all': [{ filing: filed, local: { free: true, copies: 3 } }, parameters, {}],
  'nothing of parameters where none are declared': [{ filing: filed }, [], {}],
  'the day of the instant that it holds, in the office’s zone': [{ filing: { at: '2026-06-30T18:00:00.000Z', channel: 'counter', delivery: 'post' } }, [], { filing: filed }],
  'all of its filing from when it came in': [{ application: { delivery: 'post' } }, [], { filing: { at: '2026-07-02T02:00:00.000Z', day: '2026-07-02', channel: 'online', delivery: 'post' } }],
  'parameters as its unit had set them': [{ filing: filed }, parameters, { local: { free: true, copies: 2 } }],
  'those that are new beside those that it holds': [{ filing: filed, local: { copies: 5 } }, parameters, { local: { copies: 5, free: true } }],
  'those that are of another kind now': [{ filing: filed, local: { copies: 5, free: 'yes' } }, parameters, { local: { copies: 5, free: true } }],
};

describe('what a dossier of an earlier version lacks is', () => {
  for (const [what, [data, declared, lacking]] of Object.entries(cases)) {
    it(what, () => assert.deepEqual(factsLacking({ data, submittedAt: '2026-07-02T02:00:00.000Z', channel: 'online' }, { key: 'k', parameters: declared }, new Map([['free', true]])), lacking));
  }
});
