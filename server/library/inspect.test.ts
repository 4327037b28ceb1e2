import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { inspectPackage } from './inspect.ts';

/** Files of a machine that has much else to do. */
class Slow extends Map<string, Uint8Array | string> {
  override get(path: string): Uint8Array | string | undefined {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    return super.get(path);
  }
}

describe('Inspecting a package', function () {
  this.timeout(60_000);

  it('proves it also where reading it took longer than a proof may', async () => {
    const { findings } = await inspectPackage(new Slow(await readFolder(new URL('../../procedures/certified-copy/', import.meta.url).pathname)));
    assert.deepEqual(findings.filter(({ severity }) => severity !== 'note'), []);
  });
});
