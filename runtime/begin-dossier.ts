import { startedBy } from '../engine/started-by.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { folded } from '../storage/tables/dossiers.ts';
import type { PostRow } from '../storage/tables/posts.ts';
import { nextDossierCode } from './dossier-code.ts';
import { advance, factsOf, procedureOf, save } from './open-dossier.ts';
import type { Surroundings } from './runtime.ts';
import { unborn } from './unborn.ts';

/**
 * A dossier begins because another one said something: of the same unit, for the same applicant. What was said is its data,
 * beside `origin`, which names the other dossier.
 */
export async function beginDossier(world: Surroundings, tx: Transaction, { id, hash, post }: { readonly id: string; readonly hash: string; readonly post: PostRow }): Promise<void> {
  const now = world.now();
  const procedure = await procedureOf(world, tx, hash);
  const from = await tx.dossiers.first({ id: post.dossierId });
  const unit = from && (await tx.units.first({ id: from.unitId }));
  if (from === undefined || unit === undefined) throw new Error(`expected the dossier and unit of post ${post.id}, but they are gone`);
  const code = await nextDossierCode(world.store, tx, unit, now);
  const row: DossierRow = { ...from, ...unborn(now), id, code, procedureKey: procedure.key, procedureHash: hash, search: folded(`${code} ${from.applicantName} ${from.subject}`) };
  await tx.dossiers.insert(row);
  const open = { world, tx, now, procedure, row, savedVersion: row.version };
  const [node] = startedBy(procedure.definition, { kind: post.kind, name: post.name });
  const data = { applicant: from.data['applicant'] ?? {}, ...post.data, origin: { dossier: from.id, code: from.code }, dossier: factsOf(row) };
  await advance(open, { kind: 'begin', actor: 'system', about: { name: post.name, from: from.id, post: post.id } }, [{ type: 'start', at: now, by: 'system', data, ...(node !== undefined && { node }) }]);
  await save(open);
}
