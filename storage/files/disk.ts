import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { checkedName } from '../files.ts';
import type { FileStore } from '../files.ts';
import { measuring, verified } from './measure.ts';

/**
 * `<root>/ab/cd/<sha256>`. Bytes are written aside, synced, then renamed, and the folder is synced:
 * a name is either absent or whole, whenever the power goes.
 */
export function diskFiles(root: string): FileStore {
  const aside = path.join(root, 'incoming');
  const placeOf = (sha256: string): string => path.join(root, checkedName(sha256).slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    put: async (bytes, limit) => {
      await fs.mkdir(aside, { recursive: true });
      const temporary = path.join(aside, randomUUID());
      try {
        const blob = await write(temporary, bytes, limit);
        await moveIn(root, temporary, placeOf(blob.sha256));
        return blob;
      } finally {
        await fs.rm(temporary, { force: true });
      }
    },
    get: async (sha256) => {
      try {
        const handle = await fs.open(placeOf(sha256), 'r');
        return Readable.from(verified(handle.createReadStream(), sha256), { objectMode: false });
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    has: async (sha256) => {
      try {
        await fs.access(placeOf(sha256));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    remove: (sha256) => fs.rm(placeOf(sha256), { force: true }),
  };
}

async function write(file: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number | undefined): Promise<ReturnType<ReturnType<typeof measuring>['done']>> {
  const measure = measuring(limit);
  const handle = await fs.open(file, 'wx');
  try {
    for await (const chunk of bytes) {
      measure.take(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return measure.done();
}

async function moveIn(root: string, temporary: string, place: string): Promise<void> {
  const folder = path.dirname(place);
  const made = await fs.mkdir(folder, { recursive: true });
  await fs.rename(temporary, place);
  await syncFolder(folder);
  if (made === undefined) return;
  await syncFolder(path.dirname(folder));
  await syncFolder(root);
}

/** Windows cannot open a folder; there the rename itself is as far as one can go. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return (error as { code?: string }).code === 'ENOENT';
}
