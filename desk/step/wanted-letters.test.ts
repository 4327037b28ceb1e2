import assert from 'node:assert/strict';
import type { Json } from '../../engine/state.ts';
import { wantedLetters } from './wanted-letters.ts';

const letters = [{ key: 'permit' }, { key: 'refusal' }];

describe('which letters to preview', () => {
  const cases: [string, Json, Json[], string[]][] = [
    ['all while nothing is decided', {}, [], ['permit', 'refusal']],
    ['the one that the draft chooses', { result: 'refusal' }, [], ['refusal']],
    ['the one that was drafted earlier, when signing', { outcome: 'sign' }, [{ result: 'permit' }], ['permit']],
    ['the own answer comes before the earlier one', { result: 'refusal' }, [{ result: 'permit' }], ['refusal']],
  ];
  for (const [name, answer, steps, expected] of cases) it(name, () => assert.deepEqual(wantedLetters(letters, answer, steps).map(({ key }) => key), expected));
});
