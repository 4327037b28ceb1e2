import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Errors } from 'typebox/value';
import { page, readRequirements, Requirements, tableOf } from './requirements.ts';

const root = join(import.meta.dirname, '..');
const asked = [...Array.from({ length: 10 }, (_, index) => `P${index + 1}`), ...Array.from({ length: 22 }, (_, index) => `S${index + 1}`), ...['a', 'b', 'c', 'd', 'e'].map((letter) => `S6${letter}`)];

describe('What the city asked for', () => {
  const rows = readRequirements() as Requirements;

  it('is answered row by row, none left out', () => {
    assert.deepEqual([...Errors(Requirements, rows)], []);
    assert.deepEqual(rows.map(({ id }) => id).toSorted(), asked.toSorted());
  });
  it('lives where the table says, and is shown by the tests that it names, or says what is missing', () => {
    for (const { id, where, shown, missing } of rows) {
      assert.ok(missing !== undefined || (where.length > 0 && shown.length > 0), id);
      for (const path of where) assert.ok(existsSync(join(root, path)), `${id}: ${path}`);
      for (const { test, case: name } of shown) assert.ok(readFileSync(join(root, test), 'utf8').includes(`it('${name}'`), `${id}: ${test} has "${name}"`);
    }
  });
  it('is what docs/requirements.md shows', () => assert.equal(readFileSync(page, 'utf8'), tableOf(rows), 'run `node test/requirements.ts`'));
});
