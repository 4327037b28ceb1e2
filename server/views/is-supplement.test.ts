import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import { isSupplement } from './is-supplement.ts';

const packages = new URL('../../procedures/', import.meta.url);
/** National state 5: the applicant is to complete the dossier. */
const toComplete = 5;

describe('a step of the applicant', () => {
  for (const key of readdirSync(packages).filter((name) => existsSync(new URL(`${name}/procedure.json`, packages))))
    it(`corrects the application where the dossier waits for that, before it is accepted too: ${key}`, async () => {
      const loading = await loadPackage(await readFolder(new URL(key, packages).pathname));
      assert.ok('package' in loading);
      const own = Object.values(loading.package.definition.nodes).filter(({ kind, step }) => kind === 'userTask' && step.role === 'applicant');
      const corrects = own.filter(({ id, step }) => isSupplement({ role: 'applicant', node: id, form: step.form ?? null }, loading.package));
      assert.deepEqual(corrects.map(({ id }) => id), own.filter(({ step }) => step.state === toComplete).map(({ id }) => id));
    });
});
