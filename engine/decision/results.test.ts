import assert from 'node:assert/strict';
import { readDmn } from './read.ts';
import { resultsOf } from './results.ts';
import { table, xml } from './table.fixture.ts';

const amount = { text: 'amount', type: 'number' } as const;
const word = { name: 'word' } as const;

const cases: readonly (readonly [what: string, table: Parameters<typeof table>[0], expected: Readonly<Record<string, readonly unknown[]>>])[] = [
  ['each of its rules once', { policy: 'UNIQUE', inputs: [amount], outputs: [word], rules: [['< 5', '"low"'], ['5', '"middle"'], ['> 5', '"low"']] }, { '': ['low', 'middle'] }],
  ['the default too', { policy: 'FIRST', inputs: [amount], outputs: [{ ...word, otherwise: '"none"' }], rules: [['< 5', '"low"']] }, { '': ['low', 'none'] }],
  ['several outputs by their names', { policy: 'ANY', inputs: [amount], outputs: [word, { name: 'free' }], rules: [['< 5', '"low"', 'true'], ['>= 5', '"high"', 'false']] }, { word: ['low', 'high'], free: [true, false] }],
  ['an output that is not calculated, beside one that is', { policy: 'UNIQUE', inputs: [amount], outputs: [word, { name: 'sum' }], rules: [['< 5', '"low"', 'amount * 2'], ['>= 5', '"high"', '1']] }, { word: ['low', 'high'] }],
  ['nothing of a list', { policy: 'COLLECT', inputs: [amount], outputs: [word], rules: [['< 5', '"low"']] }, {}],
];

describe('The values that a decision table can have', () => {
  for (const [what, drawn, expected] of cases) it(`are ${what}`, async () => {
    const reading = await readDmn(xml(table(drawn)));
    assert.ok('decisions' in reading, JSON.stringify(reading));
    assert.deepEqual(Object.fromEntries(resultsOf(reading.decisions, 'answer')), expected);
  });
});
