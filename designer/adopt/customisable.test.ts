import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import { adoptionFaults } from '../../procedures/adopted.ts';
import { textOf } from '../../procedures/package-files.ts';
import { customisableFiles, places, toggled } from './customisable.ts';

describe('What adopters may be let customise', () => {
  it('is each file but those that are the package’s own, by kind and by name', async () => {
    const files = await readFolder('designer/templates/permit');
    const loading = await loadPackage(files);
    assert.ok('package' in loading);
    const found = customisableFiles([...files.keys(), 'adopted.json', 'called/x/process.bpmn'], loading.package.procedure, Object.fromEntries([...files].map(([path, content]) => [path, textOf(content)])));
    const of = (kind: string) => found.filter((one) => one.kind === kind).map(({ path, name }) => [path, name?.en]);
    assert.deepEqual(of('process'), [['process.bpmn', undefined]]);
    assert.ok(of('forms').every(([, name]) => name !== undefined) && of('letters').every(([, name]) => name !== undefined));
    assert.ok(of('decisions').some(([path]) => path === 'decisions/fee.dmn'));
    assert.ok(found.every(({ path }) => !['procedure.json', 'adopted.json', 'called/x/process.bpmn'].includes(path)));
    const declared = { ...loading.package.procedure, customise: [...found.map(({ path }) => path), ...places.filter((place) => Object.hasOwn(loading.package.procedure, place.slice(1)))] };
    assert.deepEqual([...adoptionFaults(files, declared)], [], 'each of them may be declared');
  });

  it('is put in and out by a tick, and declares nothing when nothing is left', () => {
    assert.deepEqual(toggled(['/agency/name', 'a'], 'b'), ['/agency/name', 'a', 'b']);
    assert.deepEqual(toggled(['/agency/name', 'a', 'b'], 'a'), ['/agency/name', 'b']);
    assert.equal(toggled(['a'], 'a'), undefined);
  });
});
