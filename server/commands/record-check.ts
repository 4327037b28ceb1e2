import { entryHash, GENESIS } from '../../storage/chain.ts';
import { leafHash, verifyInclusion } from '../../storage/merkle.ts';
import { sha256, sha256Hex } from '../../storage/sha256.ts';
import type { JournalRow } from '../../storage/tables/journal.ts';
import type { RecordProof } from '../api/dossier.ts';

/** A record as it was downloaded. */
export type Journal = Pick<RecordProof, 'dossier' | 'code' | 'entries' | 'checkpoint'>;

/** Checks a downloaded record with nothing but itself: each entry's hash, the chain, and its place under the checkpoint's root. */
export function checkRecord({ dossier, code, entries, checkpoint }: Journal): { dossier: string; entries: number; faults: { check: string; message: string }[] } {
  const faults: { check: string; message: string }[] = [];
  let prevHash = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const row = { ...entry, dossierId: dossier, visits: entry.visits as unknown as JournalRow['visits'] };
    if (entry.seq !== index + 1) faults.push({ check: 'chain', message: `expected entry ${index + 1}, but found ${entry.seq}` });
    else if (entry.prevHash !== prevHash) faults.push({ check: 'chain', message: `expected entry ${entry.seq} to follow ${prevHash}, but it follows ${entry.prevHash}` });
    else if (entryHash(sha256, row) !== entry.hash) faults.push({ check: 'chain', message: `expected entry ${entry.seq} to have the hash it carries, but it was changed` });
    if (faults.length > 0) break;
    prevHash = entry.hash;
  }
  if (checkpoint !== null && faults.length === 0) {
    const { root, size, position, seq, hash, path } = checkpoint;
    const leaf = leafHash(sha256Hex, { dossierId: dossier, seq, hash });
    const stands = entries.some((entry) => entry.seq === seq && entry.hash === hash);
    if (!stands || !verifyInclusion(sha256Hex, leaf, { position, size, path }, root)) faults.push({ check: 'checkpoint', message: `expected entry ${seq} under the published root ${root}, but it is not` });
  }
  return { dossier: code, entries: entries.length, faults };
}
