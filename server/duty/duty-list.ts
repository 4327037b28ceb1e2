import type { LocalText } from '../../engine/definition.ts';
import { isObject, valueAt } from '../../forms/field-path.ts';
import { dayOf } from '../../forms/today.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { SpotRow } from '../../storage/tables/spots.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import { dossierScope } from '../access/scope.ts';
import type { DossierState } from '../api/clock.ts';
import type { DutyList, OnDuty } from '../api/duty.ts';
import type { Package } from '../library/package.ts';
import { followersOf, stillOpen } from '../nearby/open-around.ts';
import { kindName } from '../nearby/reports.ts';
import { distance, spot as spotAt } from '../planning/distance.ts';
import { drawRoads } from '../planning/drawn-roads.ts';
import { featuresAround, type Feature } from '../planning/features.ts';
import { around, boxOf, type Box, type Position } from '../planning/geometry.ts';
import { layersInForce } from '../planning/in-force.ts';
import type { Services } from '../services.ts';
import { applicationOf } from '../views/answer.ts';
import { dossierClock, stepClock } from '../views/clock-view.ts';
import { packOf } from '../views/folder.ts';
import { namesOf } from '../views/names.ts';

const mostShown = 200;
/** Metres: how far from a road something still lies at it, and what is drawn around all of it. */
const atRoad = 60;
const margin = 120;

type Shelf = Pick<Services, 'library' | 'store'>;
type Shown = Pick<DutyList, 'dossiers' | 'more' | 'map'>;

/** What is open of a procedure, of what the actor may read, the first due first, with a drawing of where it is. */
export async function dutyList(tx: Transaction, services: Shelf, actor: Actor, procedureKey: string, at: string): Promise<Shown> {
  const asked = { all: [dossierScope(actor), { procedureKey, status: 'active' as const, state: { in: stillOpen } }] };
  const [rows, all] = await Promise.all([tx.dossiers.find(asked, { order: [['dueAt', 'asc'], ['id', 'asc']], limit: mostShown }), tx.dossiers.count(asked)]);
  const dossierId = { in: rows.map(({ id }) => id) };
  const [tasks, spots] = rows.length === 0 ? [[], []] : await Promise.all([tx.tasks.find({ dossierId }, { order: [['openedAt', 'asc'], ['token', 'asc']] }), tx.spots.find({ dossierId })]);
  const names = await namesOf(tx, rows.map(({ unitId }) => unitId), tasks.flatMap(({ claimedBy, closedBy }) => [claimedBy, closedBy]));
  const ofDossier = Map.groupBy(tasks, (task) => task.dossierId);
  const spotOf = new Map(spots.map((spot) => [spot.dossierId, spot]));
  const followers = await followersOf(tx, spots);
  const { box, roads } = await groundOf(tx, spots, at);
  const drawing = box && (await drawRoads(tx, box, at));
  const dossiers: OnDuty[] = [];
  for (const row of rows) {
    const pack = await packOf(tx, services, row);
    const calendar = await calendarOf(services.store, tx, row.unitId);
    const own = ofDossier.get(row.id) ?? [];
    const spot = spotOf.get(row.id);
    dossiers.push({
      dossier: row.id, code: row.code, subject: row.subject === '' ? null : row.subject, kind: kindOf(pack, row), unit: names.unit(row.unitId), state: row.state as DossierState, submittedAt: row.submittedAt,
      clock: dossierClock(calendar, row, at, pack.procedure.dueSoon), road: spot === undefined ? null : roadAt(roads, spot), said: saidOf(pack, row), followers: spot === undefined ? 0 : followers(spot.id),
      steps: own.filter(({ status }) => status === 'open').filter(({ node }) => !escalates(pack, node)).map((task) => ({ task: task.id, name: task.name, role: task.role, by: task.role === 'applicant' ? null : names.person(task.claimedBy), clock: stepClock(calendar, task, at) })),
      escalated: own.filter(({ node, status }) => status !== 'cancelled' && escalates(pack, node)).map((task) => escalation(task, names.person(task.closedBy ?? task.claimedBy))),
      point: spot === undefined || drawing === undefined ? null : drawing.drawn([spot.x, spot.y]),
    });
  }
  return { dossiers, more: Math.max(0, all - rows.length), map: drawing === undefined ? null : { width: drawing.width, height: drawing.height, roads: drawing.roads } };
}

const escalates = ({ procedure }: Package, node: string): boolean => procedure.duty?.escalation.includes(node) ?? false;

const escalation = ({ name, role, openedAt, closedAt }: TaskRow, by: OnDuty['escalated'][number]['by']): OnDuty['escalated'][number] => ({ name, role: role, at: openedAt, by, doneAt: closedAt });

/** The kind in words: a dossier without a spot has one too. */
function kindOf(pack: Package, { data }: DossierRow): LocalText | null {
  const question = pack.procedure.spot?.kind;
  const kind = question === undefined ? undefined : valueAt(applicationOf(data), question);
  return typeof kind === 'string' ? kindName(pack, kind) : null;
}

/** How the applicant said where it is, besides coordinates. */
function saidOf({ procedure }: Package, { data }: DossierRow): string | null {
  const place = procedure.spot === undefined ? undefined : valueAt(applicationOf(data), procedure.spot.place);
  if (!isObject(place)) return null;
  const said = ['address', 'words'].map((part) => place[part]).filter((text): text is string => typeof text === 'string' && text !== '');
  return said.length === 0 ? null : said.join('. ').slice(0, 500);
}

async function groundOf(tx: Transaction, spots: readonly SpotRow[], at: string): Promise<{ readonly box: Box | undefined; readonly roads: readonly Feature<'road'>[] }> {
  if (spots.length === 0) return { box: undefined, roads: [] };
  const box = around(boxOf(spots.map(({ x, y }): Position => [x, y])), margin);
  return { box, roads: await featuresAround(tx, await layersInForce(tx, dayOf(at)), 'road', box) };
}

function roadAt(roads: readonly Feature<'road'>[], { x, y }: SpotRow): LocalText | null {
  let nearest: { readonly away: number; readonly name: LocalText } | undefined;
  for (const { geometry, properties: { name, nameEn } } of roads) {
    const away = distance(spotAt([x, y]), geometry);
    if (away <= atRoad && away < (nearest?.away ?? Infinity)) nearest = { away, name: { vi: name, en: nameEn ?? name } };
  }
  return nearest?.name ?? null;
}
