import type { DossierProof } from '../../runtime/checkpoint.ts';
import type { Verdict } from '../../runtime/runtime.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { RecordProof } from '../api/dossier.ts';
import type { Json } from '../../engine/state.ts';

/** The record of a dossier as anyone may check it: its chain, and its place under the newest checkpoint. */
export async function recordProof(tx: Transaction, dossier: DossierRow, verdict: Verdict, proof: DossierProof | undefined): Promise<RecordProof> {
  const entries = await tx.journal.find({ dossierId: dossier.id }, { order: [['seq', 'asc']] });
  return {
    dossier: dossier.id, code: dossier.code, intact: verdict.faults.length === 0,
    faults: verdict.faults.map(({ check, message, seq }) => ({ check, message: message.slice(0, 500), seq: seq ?? null })),
    entries: entries.map(({ seq, at, actor, kind, visits, payloadDigest, prevHash, hash }) => ({ seq, at, actor, kind, visits: visits as unknown as Json, payloadDigest, prevHash, hash })),
    checkpoint: proof === undefined ? null : {
      number: proof.checkpoint.number, at: proof.checkpoint.at, root: proof.checkpoint.root, size: proof.proof.size, position: proof.proof.position,
      seq: proof.leaf.seq, hash: proof.leaf.hash, path: [...proof.proof.path],
    },
  };
}
