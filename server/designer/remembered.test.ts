import assert from 'node:assert/strict';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { BenchJob } from './bench.ts';
import { remembered } from './remembered.ts';
import type { Workbench } from './workbench.ts';

/** A workbench that counts what it is given, and finds the rules. */
const counting = (...rules: readonly string[]): { readonly bench: Workbench; readonly jobs: BenchJob[] } => {
  const jobs: BenchJob[] = [];
  const put = async (job: BenchJob): Promise<unknown> => {
    jobs.push(job);
    return { findings: rules.map((rule) => ({ rule, severity: 'error', element: 'e', message: `${jobs.length}` })) };
  };
  return { bench: remembered({ put: put as Workbench['put'] }, new Map()), jobs };
};
const inspect = (files: Readonly<Record<string, string | Uint8Array>>) => ({ work: 'inspect', today: '2026-11-30', files: new Map(Object.entries(files)) as PackageFiles }) as const;

describe('A workbench that remembers', () => {
  it('inspects the same content once, however its files are listed', async () => {
    const { bench, jobs } = counting('step-role');
    const first = await bench.put(inspect({ a: '1', b: '2' }));
    assert.deepEqual(await bench.put(inspect({ b: '2', a: '1' })), first);
    assert.equal(jobs.length, 1);
  });

  const others: readonly (readonly [what: string, files: Parameters<typeof inspect>[0]])[] = [
    ['another text', { a: '1', b: '3' }], ['another name', { a: '1', c: '2' }], ['one file less', { a: '1' }], ['the same letters in other files', { a: '12', b: '' }], ['bytes in place of a text', { a: '1', b: new Uint8Array([50]) }],
  ];
  for (const [what, files] of others) it(`inspects anew what has ${what}`, async () => {
    const { bench, jobs } = counting();
    await bench.put(inspect({ a: '1', b: '2' }));
    await bench.put(inspect(files));
    assert.equal(jobs.length, 2);
  });

  for (const rule of ['not-decided', 'too-much']) it(`asks again where it was given up: ${rule}`, async () => {
    const { bench, jobs } = counting('step-role', rule);
    await bench.put(inspect({ a: '1' }));
    await bench.put(inspect({ a: '1' }));
    assert.equal(jobs.length, 2);
  });

  it('forgets what was asked for longest ago, and no more', async () => {
    const { bench, jobs } = counting();
    for (let turn = 0; turn <= 100; turn += 1) {
      await bench.put(inspect({ a: `${turn}` }));
      await bench.put(inspect({ a: '0' }));
    }
    assert.equal(jobs.length, 101);
    await bench.put(inspect({ a: '100' }));
    assert.equal(jobs.length, 101);
    await bench.put(inspect({ a: '1' }));
    assert.equal(jobs.length, 102);
  });
});
