import type { Transaction } from '../../storage/store.ts';
import { among, type Where } from '../../storage/table.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import { tasks, type TaskRow } from '../../storage/tables/tasks.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { isProtected } from '../../runtime/protected.ts';
import { notFound } from '../http/problem-error.ts';
import type { Actor, Person } from './actor.ts';

/** Roles that work on dossiers. Administrators, designers and monitors do not read them. */
const working = new Set(['receptionist', 'centre_head', 'handler', 'section_head', 'signer', 'clerk', 'result_officer', 'consulted_agency']);
/** Sees only what it is asked about. */
const consulted = 'consulted_agency';

/** Units in which the actor works on dossiers. */
export const unitsOf = (actor: Actor): string[] => [...new Set(actor.roles.filter(({ like }) => working.has(like)).map(({ unitId }) => unitId))];

/** Units whose dossiers the actor may read whole: a consulted agency has none of its own. */
export const ownUnitsOf = (actor: Person): string[] => [...new Set(actor.roles.filter(({ like }) => working.has(like) && like !== consulted).map(({ unitId }) => unitId))];

const agenciesOf = (actor: Person): string[] => [...new Set(actor.roles.filter(({ role }) => role === consulted).map(({ unitId }) => unitId))];

/**
 * The rows of `dossiers` that the actor may read: part of the query, never a check after it. Besides those of the actor's units it is
 * those in which their units have a step, as a consulted agency or because the procedure hands a step to another office: while it is open, and for whoever asks for one dossier ever after.
 */
export function dossierScope(actor: Actor, only?: { readonly id: string }): Where<DossierRow> {
  if (actor.account.kind === 'citizen') return { applicantAccount: actor.account.id };
  const any: Where<DossierRow>[] = ownUnitsOf(actor).flatMap((unit) => [{ unitId: unit }, { receivingUnitId: unit }]);
  const steps: Where<TaskRow> = { ...taskScope(actor), ...(only === undefined ? { status: 'open' } : { dossierId: only.id }) };
  return { any: unitsOf(actor).length === 0 ? any : [...any, { id: among(tasks, 'dossierId', steps) }] };
}

/** The dossier if the actor may read it. Throws not-found for an unknown and a foreign one alike. */
export async function findDossier(tx: Transaction, actor: Actor, id: string): Promise<DossierRow> {
  const found = await tx.dossiers.first({ ...dossierScope(actor, { id }), id });
  if (found === undefined) throw notFound();
  return found;
}

/**
 * Whether the actor may have a file of a dossier as it came, as evidence: whoever sent it in, and those who work on it. Others get a clean copy. Where who filed
 * is protected, whoever works on it is another too: a camera writes down a home and a phone, which lead to a person as a name does.
 */
export const seesEvidence = (actor: Actor, { ownerAccount }: Pick<FileRow, 'ownerAccount'>, dossier: Pick<DossierRow, 'unitId' | 'receivingUnitId' | 'data'>): boolean =>
  ownerAccount === actor.account.id || !isProtected(dossier) && ownUnitsOf(actor).some((unit) => unit === dossier.unitId || unit === dossier.receivingUnitId);

/** Which of these dossiers the actor may read. */
export async function readableAmong(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.dossiers.find({ ...dossierScope(actor), id: { in: [...new Set(ids)] } });
  return new Set(rows.map(({ id }) => id));
}

/** Who sees to the money of a unit: whoever keeps it, and whoever signs for it. */
const keepingMoney = new Set(['cashier', 'signer']);

/** Units whose money the actor sees to. */
export const moneyUnitsOf = ({ roles }: Actor): readonly string[] => roles.flatMap(({ like, unitId }) => (keepingMoney.has(like) ? [unitId] : []));

/** The dossiers whose money the actor sees to: those of their units, which they need not be able to read. Part of the query. */
export const moneyScope = (actor: Actor): Where<DossierRow> => ({ any: moneyUnitsOf(actor).flatMap((unitId) => [{ unitId }, { receivingUnitId: unitId }]) });

/** Units that the actor may set things for: an administrator any, whoever signs for a unit that one and no other. Part of the query. */
export const settableUnits = ({ roles }: Actor): Where<UnitRow> =>
  (roles.some(({ role }) => role === 'admin') ? {} : { any: roles.flatMap(({ like, unitId }) => (like === 'signer' ? [{ id: unitId }] : [])) });

type Step = Pick<TaskRow, 'unitId' | 'role' | 'roles'>;

/** The steps that the actor may read. */
export function taskScope(actor: Person): Where<Step> {
  if (actor.account.kind === 'citizen') return { role: 'applicant' };
  const units = ownUnitsOf(actor);
  const agencies = agenciesOf(actor);
  const any: Where<Step>[] = [];
  if (units.length > 0) any.push({ unitId: { in: units }, role: { not: 'applicant' } });
  if (agencies.length > 0) any.push({ unitId: { in: agencies }, roles: { has: consulted } });
  return { any };
}

/** The step and its dossier if the actor may read it: an applicant their own steps, staff those of their units. */
export async function findTask(tx: Transaction, actor: Actor, id: string): Promise<{ readonly task: TaskRow; readonly dossier: DossierRow }> {
  const task = await tx.tasks.first({ ...taskScope(actor), id });
  if (task === undefined) throw notFound();
  if (actor.account.kind === 'citizen') return { task, dossier: await findDossier(tx, actor, task.dossierId) };
  const dossier = await tx.dossiers.first({ id: task.dossierId });
  if (dossier === undefined) throw notFound();
  return { task, dossier };
}
