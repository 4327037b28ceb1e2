import assert from 'node:assert/strict';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';
import { readFolder } from './folder.ts';
import { textOf } from './package-files.ts';
import { proofOf } from './proof.ts';

describe('the proof of a package that is edited', function () {
  this.timeout(60_000);
  /** The template with a file otherwise: a process of its own each time, for what is proven is known to the whole run. */
  const edited = async (id: string, path: string, was: string, is: string): Promise<LoadedProcedure> => {
    const files = new Map(await readFolder('designer/templates/permit'));
    const put = (at: string, from: string, to: string) => {
      const before = textOf(files.get(at)!);
      assert.ok(before.includes(from), `${at} holds ${from}`);
      files.set(at, before.replace(from, to));
    };
    put('process.bpmn', 'name="Tiếp nhận', `name="${id} tiếp nhận`);
    put(path, was, is);
    const loading = await loadPackage(files);
    assert.ok('package' in loading, JSON.stringify(loading));
    return loading.package;
  };
  /** How often the proof looked at the clock, and the rules that it found broken. */
  const proven = (loaded: LoadedProcedure, states = 10_000): readonly [looked: number, rules: readonly string[]] => {
    const looked = { times: 0 };
    const findings = proofOf(loaded, { states, milliseconds: 1000, elapsed: () => (looked.times += 1) * 0 });
    return [looked.times, findings.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)];
  };

  it('is not done again for what it does not look at', async () => {
    const [first, found] = proven(await edited('one', 'process.bpmn', '<dc:Bounds x="', '<dc:Bounds x="'));
    assert.ok(first > 0);
    assert.deepEqual(proven(await edited('one', 'process.bpmn', '<dc:Bounds x="', '<dc:Bounds x="1')), [0, found]);
    assert.deepEqual(proven(await edited('one', 'forms/application.json', '"vi": "', '"vi": "Về ')), [0, found]);
  });

  it('is done anew for a condition, and finds what is broken by it', async () => {
    assert.deepEqual(proven(await edited('two', 'process.bpmn', '=sign.outcome = "sign"', '=sign.outcome = "sign"'))[1], []);
    const [looked, found] = proven(await edited('two', 'process.bpmn', '=sign.outcome = "sign"', '=sign.outcome = "never"'));
    assert.ok(looked > 0);
    assert.notDeepEqual(found, []);
  });

  it('is done anew after it was given up', async () => {
    const loaded = await edited('three', 'process.bpmn', '<dc:Bounds x="', '<dc:Bounds x="');
    assert.deepEqual(proven(loaded, 2)[1], ['not-decided']);
    const [looked, found] = proven(loaded);
    assert.ok(looked > 0);
    assert.deepEqual(found, []);
  });
});
