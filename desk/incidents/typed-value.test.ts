import { strict as assert } from 'node:assert';
import type { Json } from '../../engine/state.ts';
import { objectIn, valueIn } from './typed-value.ts';

describe('a value that an administrator types', () => {
  const values: readonly [string, Json][] = [['70', 70], ['true', true], ['null', null], ['["a"]', ['a']], ['Nhà ở', 'Nhà ở'], ['"70"', '70'], ['{', '{']];
  for (const [typed, value] of values) it(`${typed} is ${JSON.stringify(value)}`, () => assert.deepEqual(valueIn(typed), value));
  const objects: readonly [string, Json][] = [['{"sum": 3}', { sum: 3 }], ['[1]', null], ['sum = 3', null], ['3', null]];
  for (const [typed, value] of objects) it(`${typed} names ${value === null ? 'nothing' : 'values'}`, () => assert.deepEqual(objectIn(typed), value));
});
