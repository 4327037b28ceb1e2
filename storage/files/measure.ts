import { createHash } from 'node:crypto';
import type { Blob } from '../files.ts';
import { TooLarge } from '../files.ts';

/** Passes bytes on while counting and hashing them. */
export function measuring(limit = Number.POSITIVE_INFINITY): { take(chunk: Uint8Array): void; done(): Blob } {
  const hash = createHash('sha256');
  let size = 0;
  return {
    take: (chunk) => {
      size += chunk.length;
      if (size > limit) throw new TooLarge(limit);
      hash.update(chunk);
    },
    done: () => ({ sha256: hash.digest('hex'), size }),
  };
}

/** Bytes that fail at their end when their hash is not the expected one: a rotten disk is noticed, not served. */
export async function* verified(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const measure = measuring();
  for await (const chunk of bytes) {
    measure.take(chunk);
    yield chunk;
  }
  const found = measure.done().sha256;
  if (found !== sha256) throw new Error(`expected the blob ${sha256} to be whole, but its bytes have the hash ${found}; restore it from a backup`);
}
