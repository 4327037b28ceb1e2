import type { Readable } from 'node:stream';

/** What is kept of some bytes: the lower-case hex SHA-256 is their name. */
export interface Blob {
  readonly sha256: string;
  readonly size: number;
}

/** Bytes by their hash. Implementations: storage/files/*. Both pass storage/files.test.ts. */
export interface FileStore {
  /**
   * Takes the bytes as they come, without holding them all. Once it resolves they are on disk under their hash.
   * Throws `TooLarge` as soon as more than `limit` bytes came; a stream that fails leaves nothing.
   */
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit?: number): Promise<Blob>;
  /** The bytes from the start, or undefined when there are none of that name. The stream fails when they are not what the name says. */
  get(sha256: string): Promise<Readable | undefined>;
  has(sha256: string): Promise<boolean>;
  /** No error when there is none. */
  remove(sha256: string): Promise<void>;
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  constructor(limit: number) {
    super(`expected at most ${limit} bytes, but more came`);
  }
}

const NAME = /^[0-9a-f]{64}$/;

/** Guards every path that is made from a name. */
export function checkedName(sha256: string): string {
  if (NAME.test(sha256)) return sha256;
  throw new Error(`expected the SHA-256 of a blob as 64 hex digits, but got ${JSON.stringify(sha256.slice(0, 80))}`);
}
