import { Readable } from 'node:stream';
import { checkedName } from '../files.ts';
import type { FileStore } from '../files.ts';
import { measuring } from './measure.ts';

/** Bytes in this process only, for tests and simulation. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Buffer>();
  return {
    put: async (bytes, limit) => {
      const measure = measuring(limit);
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) {
        measure.take(chunk);
        chunks.push(chunk);
      }
      const blob = measure.done();
      kept.set(blob.sha256, Buffer.concat(chunks));
      return blob;
    },
    get: async (sha256) => {
      const found = kept.get(checkedName(sha256));
      return found === undefined ? undefined : Readable.from([Buffer.from(found)]);
    },
    has: async (sha256) => kept.has(checkedName(sha256)),
    remove: async (sha256) => void kept.delete(checkedName(sha256)),
  };
}
