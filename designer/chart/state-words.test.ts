import assert from 'node:assert/strict';
import type { Machine } from '../../engine/statechart/machine.ts';
import { placesOf } from './places.ts';
import { stateWords } from './state-words.ts';

const name = (vi: string, en: string) => ({ name: { vi, en } });
const machine = {
  id: 'permit', initial: 'receive',
  states: {
    receive: { meta: name('Tiếp nhận', 'Receive'), on: { DONE: 'examine' } },
    examine: { on: { DONE: '#finished' } },
    finished: { id: 'finished', type: 'final' },
    alone: {},
    early: { on: { NEXT: 'receive' } },
  },
} as unknown as Machine;

const lines: readonly [id: string, vi: string, en: string][] = [
  ['receive', 'Tiếp nhận', 'Receive'],
  ['examine', 'trạng thái sau “Tiếp nhận”', 'the state after “Receive”'],
  ['finished', 'trạng thái sau “Tiếp nhận”', 'the state after “Receive”'],
  ['early', 'trạng thái trước “Tiếp nhận”', 'the state before “Receive”'],
  ['alone', 'trạng thái chưa có tên', 'the state without a name'],
  ['gone', 'gone', 'gone'],
];

describe('A state is called', () => {
  for (const [id, vi, en] of lines)
    it(`${vi} (${id})`, () => {
      const places = placesOf(machine);
      assert.deepEqual([stateWords(places, 'vi')(id), stateWords(places, 'en')(id)], [vi, en]);
    });
});
