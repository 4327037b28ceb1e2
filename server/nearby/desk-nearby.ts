import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import { dossierScope } from '../access/scope.ts';
import type { DeskNearby } from '../api/nearby.ts';
import type { Package } from '../library/package.ts';
import { followersOf, openAround } from './open-around.ts';

const mostShown = 20;

/** What else is open around a dossier, of what the reader may read, and how many follow it; null where the procedure has no such thing. */
export async function deskNearby(tx: Transaction, actor: Actor, { procedure }: Package, { id }: DossierRow): Promise<DeskNearby | null> {
  if (procedure.similar === undefined) return null;
  const spot = await tx.spots.first({ dossierId: id });
  if (spot === undefined) return { within: procedure.similar.within, followers: 0, others: [] };
  const near = (await openAround(tx, spot, procedure.similar.within, dossierScope(actor))).filter(({ dossier }) => dossier.id !== id).slice(0, mostShown);
  const followers = await followersOf(tx, [spot, ...near.map((one) => one.spot)]);
  return {
    within: procedure.similar.within, followers: followers(spot.id),
    others: near.map(({ dossier, metres, spot: other }) => ({ dossier: dossier.id, code: dossier.code, subject: dossier.subject === '' ? null : dossier.subject, metres, submittedAt: dossier.submittedAt, followers: followers(other.id) })),
  };
}
