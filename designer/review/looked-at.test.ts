import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { evaluate } from '../../forms/evaluate.ts';
import { expand } from '../../forms/expand.ts';
import { placesOf } from '../../forms/field-path.ts';
import { sightsOf } from './looked-at.ts';

const packages = ['construction-permit-house/forms/application.json', 'household-business/forms/application.json', 'certified-copy/forms/application.json'];

describe('what is looked at before publishing', () => {
  for (const path of packages) {
    it(`every question of ${path}, also what shows only after an answer and what stands in a row`, async () => {
      const sights = sightsOf({ 'forms/application.json': await readFile(new URL(`../../procedures/${path}`, import.meta.url), 'utf8') });
      const [first] = sights;
      assert.ok(first);
      const { value, hidden, pages } = evaluate(first.form, first.answer, '2026-11-18T01:00:00.000Z');
      assert.deepEqual([...hidden], []);
      assert.deepEqual(sights.filter(({ page }) => !pages.has(page.id)), []);
      assert.deepEqual([...expand(first.form).fields.values()].filter(({ id }) => id.includes('[]') && placesOf(value, id).length === 0).map(({ id }) => id), []);
    });
  }
});
