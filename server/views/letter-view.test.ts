import { strict as assert } from 'node:assert';
import { isResult } from './letter-view.ts';

describe('a letter in the dossier', () => {
  const cases = [['permit', true], ['refusal', true], ['receipt', false], ['consultation-request', false], ['supplement-request', false], ['apology', false]] as const;
  for (const [letter, result] of cases) it(`a ${letter} is ${result ? 'a result' : 'a paper along the way'}`, () => assert.equal(isResult(letter), result));
});
