import { inclusionProof, leafHash, merkleRoot } from '../storage/merkle.ts';
import type { InclusionProof, Leaf } from '../storage/merkle.ts';
import { sha256Hex } from '../storage/sha256.ts';
import type { Store } from '../storage/store.ts';
import type { CheckpointRow } from '../storage/tables/journal.ts';

/** What a citizen needs to check, offline, that the journal of their dossier stood under a published root. */
export interface DossierProof {
  readonly checkpoint: CheckpointRow;
  readonly leaf: Leaf;
  readonly proof: InclusionProof;
}

/** One root over the heads of all chains, in the order of their dossiers' ids. Publish it: then nobody can rewrite what is under it. */
export function makeCheckpoint(store: Store, now: string): Promise<CheckpointRow> {
  return store.transaction(async (tx) => {
    const [last] = await tx.checkpoints.find({}, { order: [['number', 'desc']], limit: 1, lock: 'wait' });
    const dossiers = await tx.dossiers.find({}, { order: [['id', 'asc']] });
    const leaves = dossiers.map(({ id, version, head }) => ({ dossierId: id, seq: version, hash: head }));
    const root = merkleRoot(sha256Hex, leaves.map((leaf) => leafHash(sha256Hex, leaf)));
    const checkpoint = { number: (last?.number ?? 0) + 1, at: now, size: leaves.length, root };
    await tx.checkpoints.insert(checkpoint);
    for (const [position, leaf] of leaves.entries()) await tx.checkpointLeaves.insert({ number: checkpoint.number, position, ...leaf });
    return checkpoint;
  });
}

export function proofOf(store: Store, dossierId: string): Promise<DossierProof | undefined> {
  return store.read(async (tx) => {
    const [own] = await tx.checkpointLeaves.find({ dossierId }, { order: [['number', 'desc']], limit: 1 });
    const checkpoint = own && (await tx.checkpoints.first({ number: own.number }));
    if (own === undefined || checkpoint === undefined) return undefined;
    const leaves = await tx.checkpointLeaves.find({ number: own.number }, { order: [['position', 'asc']] });
    const proof = inclusionProof(sha256Hex, leaves.map((leaf) => leafHash(sha256Hex, leaf)), own.position);
    return { checkpoint, leaf: { dossierId, seq: own.seq, hash: own.hash }, proof };
  });
}
