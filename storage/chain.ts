import { canonical } from './canonical.ts';
import type { JournalPayloadRow, JournalRow } from './tables/journal.ts';

/** SHA-256 of text (as UTF-8), as lower-case hex. Given, so that this file also runs in a browser. */
export type Hash = (text: string) => string;

/** What the first entry of a chain points to. */
export const GENESIS = '0'.repeat(64);

/** Says nothing about the payload without the salt: once both are erased, the person is gone and the chain still holds. */
export function payloadDigest(hash: Hash, salt: string, payload: unknown): string {
  return hash(`motcua payload 1\n${salt}\n${canonical(payload)}`);
}

/** Covers everything an entry says, where it stands, and all entries before it. */
export function entryHash(hash: Hash, entry: Omit<JournalRow, 'hash'>): string {
  const { dossierId, seq, at, actor, kind, visits, payloadDigest: digest, prevHash } = entry;
  return hash(`motcua entry 1\n${canonical({ dossierId, seq, at, actor, kind, visits, payloadDigest: digest, prevHash })}`);
}

/** The end of a chain as it was told to someone: a receipt, a checkpoint, another office. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainFault {
  /** The first entry that is wrong, or is missing. */
  readonly seq: number;
  readonly message: string;
}

/**
 * Checks a dossier's whole chain, in order, with the payloads that still exist and the heads that were told before.
 * undefined = nothing was changed, taken out, put in between or cut off since the newest of those heads.
 * Without a head from outside, someone who can write the database can compute everything anew: then only the heads help.
 */
export function verifyChain(
  hash: Hash, entries: readonly JournalRow[], payloads: readonly JournalPayloadRow[], heads: readonly Head[] = [],
): ChainFault | undefined {
  const payloadOf = new Map(payloads.map((payload) => [payload.seq, payload]));
  let prevHash = GENESIS;
  let seq = 0;
  for (const entry of entries) {
    seq += 1;
    const message = entryFault(hash, entry, seq, prevHash, payloadOf.get(seq), heads);
    if (message !== undefined) return { seq, message };
    prevHash = entry.hash;
  }
  const missing = heads.filter((head) => head.seq > seq).toSorted((a, b) => a.seq - b.seq)[0];
  if (missing !== undefined) return { seq: seq + 1, message: `expected the entries up to ${missing.seq}, whose hash was told before, but the chain ends at ${seq}` };
  const stray = payloads.find((payload) => payload.seq > seq || payload.seq < 1);
  return stray && { seq: stray.seq, message: `expected an entry ${stray.seq} for its payload, but there is none` };
}

function entryFault(hash: Hash, entry: JournalRow, seq: number, prevHash: string, payload: JournalPayloadRow | undefined, heads: readonly Head[]): string | undefined {
  if (entry.seq !== seq) return `expected entry ${seq}, but the next one is ${entry.seq}`;
  if (entry.prevHash !== prevHash) return `expected entry ${seq} to follow ${prevHash}, but it follows ${entry.prevHash}`;
  const own = entryHash(hash, entry);
  if (entry.hash !== own) return `expected entry ${seq} to have the hash ${own}, but it says ${entry.hash}`;
  if (payload !== undefined && payloadDigest(hash, payload.salt, payload.payload) !== entry.payloadDigest) return `expected the payload of entry ${seq} to be as it was written, but it differs`;
  const told = heads.find((head) => head.seq === seq && head.hash !== entry.hash);
  return told && `expected entry ${seq} to have the hash ${told.hash} that was told before, but it has ${entry.hash}`;
}
