import type { LocalText } from '../../engine/definition.ts';
import { isObject } from '../../forms/field-path.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import { dossierScope } from '../access/scope.ts';
import type { DossierState } from '../api/clock.ts';
import type { Linked, LinkedDossier } from '../api/linked.ts';
import { dossierClock } from './clock-view.ts';
import type { Package } from '../library/package.ts';
import type { Shelf } from './folder.ts';
import { namesOf } from './names.ts';

/** The dossier that began this one, and those that this one began. Of a procedure that protects who files nothing is told to anybody else. */
export async function linkedView(tx: Transaction, services: Shelf, actor: Actor, dossier: DossierRow, at: string): Promise<Linked> {
  const from = await originOf(tx, dossier);
  const begun = await begunBy(tx, dossier);
  if (from === undefined && begun.length === 0) return { from: null, begun: [] };
  const mine = actor.account.kind === 'citizen';
  const protects = async ({ procedureHash }: DossierRow): Promise<boolean> => (await services.library.listed(tx, procedureHash))?.procedure.protectsApplicant === true;
  const own = !mine && (await protects(dossier));
  const view = async (row: DossierRow): Promise<LinkedDossier[]> => {
    const pack = await services.library.listed(tx, row.procedureHash);
    const mayRead = (await tx.dossiers.count({ ...dossierScope(actor, row), id: row.id })) > 0;
    if (pack === undefined || (mine ? !mayRead : own || pack.procedure.protectsApplicant)) return [];
    const names = await namesOf(tx, [row.unitId], [], row);
    return [{
      dossier: mayRead ? row.id : null, code: row.code, procedure: { key: row.procedureKey, name: pack.procedure.shortName }, unit: names.unit(row.unitId), state: row.state as DossierState,
      submittedAt: row.submittedAt, endedAt: row.endedAt, ended: mayRead && row.endedAt !== null ? await endOf(tx, pack, row.id) : null,
      clock: mayRead ? dossierClock(await calendarOf(services.store, tx, row.unitId), row, at, pack.procedure.dueSoon) : null,
    }];
  };
  const all: LinkedDossier[] = [];
  for (const row of begun) all.push(...(await view(row)));
  return { from: (from === undefined ? undefined : (await view(from))[0]) ?? null, begun: all };
}

/** The last end that the dossier came to and that its applicant is told of. */
async function endOf(tx: Transaction, { definition }: Package, dossierId: string): Promise<LocalText | null> {
  const [last] = await tx.journal.find({ dossierId }, { order: [['seq', 'desc']], limit: 1 });
  const end = (last?.visits ?? []).findLast(({ element }) => definition.nodes[element]?.kind === 'endEvent');
  return (end && definition.nodes[end.element]?.step.citizenName) ?? null;
}

async function originOf(tx: Transaction, { data: { origin } }: DossierRow): Promise<DossierRow | undefined> {
  return isObject(origin) && typeof origin['dossier'] === 'string' ? tx.dossiers.first({ id: origin['dossier'] }) : undefined;
}

/** By what it said: whoever was begun by that. */
async function begunBy(tx: Transaction, { id }: DossierRow): Promise<readonly DossierRow[]> {
  const said = await tx.posts.find({ dossierId: id, sender: null });
  if (said.length === 0) return [];
  const carried = await tx.deliveries.find({ postId: { in: said.map((post) => post.id) }, begins: { not: null }, status: 'done' });
  return carried.length === 0 ? [] : tx.dossiers.find({ id: { in: carried.map(({ dossierId }) => dossierId) } }, { order: [['code', 'asc']] });
}
