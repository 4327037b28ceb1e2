import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { TooLarge } from './files.ts';
import type { FileStore } from './files.ts';
import { diskFiles } from './files/disk.ts';
import { memoryFiles } from './files/memory.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-files-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const stores: [string, FileStore][] = [['in memory', memoryFiles()], ['on disk', diskFiles(folder)]];
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

for (const [kind, files] of stores) {
  describe(`files ${kind}`, () => {
    const bytes = Buffer.from('Bản vẽ mặt bằng '.repeat(20_000));
    const pieces = function* (): Generator<Buffer> {
      for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
    };
    const read = async (sha256: string): Promise<Buffer | undefined> => {
      const stream = await files.get(sha256);
      return stream === undefined ? undefined : buffer(stream);
    };

    it('come back bit for bit under their hash', async () => {
      const blob = await files.put(pieces());
      assert.deepEqual(blob, { sha256: digest(bytes), size: bytes.length });
      assert.ok((await read(blob.sha256))?.equals(bytes));
      assert.equal(await files.has(blob.sha256), true);
    });

    it('may be put again, also at the same time', async () => {
      const put = await Promise.all([files.put(pieces()), files.put(pieces()), files.put([])]);
      assert.equal(put[0]?.sha256, put[1]?.sha256);
      assert.equal((await read(digest(Buffer.alloc(0))))?.length, 0);
    });

    it('that are too large are refused, and nothing is kept', async () => {
      await assert.rejects(files.put([Buffer.from('abc'), Buffer.from('def')], 5), TooLarge);
      assert.equal(await files.has(digest(Buffer.from('abcdef'))), false);
      assert.equal((await files.put([Buffer.from('abc'), Buffer.from('de')], 5)).size, 5);
    });

    it('whose upload breaks off leave nothing', async () => {
      const broken = async function* (): AsyncGenerator<Buffer> {
        yield Buffer.from('half');
        throw new Error('connection lost');
      };
      await assert.rejects(files.put(broken()), /connection lost/);
      assert.equal(await files.has(digest(Buffer.from('half'))), false);
    });

    it('can be removed, twice', async () => {
      const { sha256 } = await files.put([Buffer.from('to go')]);
      await files.remove(sha256);
      await files.remove(sha256);
      assert.equal(await read(sha256), undefined);
    });

    it('are only asked for by a hash', async () => {
      for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
        await assert.rejects(async () => files.get(name), /expected the SHA-256/);
        await assert.rejects(async () => files.remove(name), /expected the SHA-256/);
      }
    });
  });
}

describe('files on disk', () => {
  it('that rotted are not served as whole', async () => {
    const files = diskFiles(folder);
    const { sha256 } = await files.put([Buffer.from('whole')]);
    fs.writeFileSync(path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'wh0le');
    const stream = await files.get(sha256);
    await assert.rejects(buffer(stream as never), /expected the blob .* to be whole/);
  });

  it('leave nothing aside', () => {
    assert.deepEqual(fs.readdirSync(path.join(folder, 'incoming')), []);
  });
});
