import { clockView, minutesUsed } from '../../engine/calendar/clock-view.ts';
import type { Clock } from '../../engine/calendar/clock.ts';
import { asTimeLimit } from '../../engine/calendar/limit.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import { limitOn } from '../../procedures/in-force.ts';
import { spreadOf } from '../../procedures/simulation/spread.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { RatingRow } from '../../storage/tables/messages.ts';
import type { ProcedureFigures, StepFigures, TimeTaken, UnitFigures } from '../api/figures.ts';
import type { Package } from '../library/package.ts';
import { namesOf } from '../views/names.ts';
import { citizenName, stepName, whoseRole } from '../views/step-name.ts';
import { firstRole } from '../../engine/step-roles.ts';
import { answerFigures } from './rating-answers.ts';
import { stepTimes } from './step-times.ts';

/** Fewer say nothing of an office, and might say something of a person. */
export const minimum = 5;
/** Of very many dossiers the newest say enough. */
export const sample = 1000;
const chunk = 100;

/** A dossier whose legal clock has ended: how long it ran, without the applicant's own time, and whether it was kept. */
interface Ended { readonly unitId: string; readonly minutes: number; readonly onTime: boolean }

/** A rating, and the unit that decided what it is of. */
interface Rated { readonly unitId: string; readonly rating: RatingRow }

/** What a procedure's dossiers of a period did. They are read in chunks, between which other requests have their turn. */
export async function procedureFigures(store: Store, pack: Package, period: { readonly from: string; readonly at: string }): Promise<{ readonly figures: ProcedureFigures; readonly ended: readonly Ended[]; readonly rated: readonly Rated[] }> {
  const { key, shortName } = pack.procedure;
  const { from, at } = period;
  const { limit } = limitOn(pack.procedure, officeDate(at));
  const filed = { procedureKey: key, submittedAt: { gte: from } } as const;
  const rows = await store.read((tx) => tx.dossiers.find(filed, { order: [['submittedAt', 'desc']], limit: sample }));
  const ended: Ended[] = [];
  const minutes = new Map<string, number[]>();
  const rated: Rated[] = [];
  for (let start = 0; start < rows.length; start += chunk) {
    const some = rows.slice(start, start + chunk);
    await store.read(async (tx) => {
      ended.push(...(await endedAmong(store, tx, some, at)));
      const ids = { dossierId: { in: some.map(({ id }) => id) } };
      for (const step of await stepTimes(store, tx, await tx.tasks.find({ ...ids, status: 'completed' }), at)) minutes.set(step.node, [...(minutes.get(step.node) ?? []), ...step.minutes]);
      const unitOf = new Map(some.map(({ id, unitId }) => [id, unitId]));
      rated.push(...(await tx.ratings.find(ids)).map((rating) => ({ unitId: unitOf.get(rating.dossierId)!, rating })));
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Who has the result is in nobody's hands, though the dossier may stay open to remind them, or to be opened again.
  const running = { procedureKey: key, status: 'active', state: { in: [1, 2, 4, 5, 6, 9] } } as const;
  const counted = await store.read(async (tx) => ({
    waiting: new Map((await tx.tasks.tally({ status: 'open', procedureKey: key }, ['node'], { open: {} })).map(({ node, counts }) => [node, counts.open])),
    filed: await tx.dossiers.count(filed), open: await tx.dossiers.count(running), late: await tx.dossiers.count({ ...running, lateAt: { lt: at } }), units: await unitFigures(tx, ended, rated, at),
  }));
  return {
    ended, rated,
    figures: {
      key, name: shortName, limit, counted: isWall(limit) ? 'wall' : 'working',
      filed: counted.filed, open: counted.open, late: counted.late,
      ended: ended.length, time: timeOf(ended.map((one) => one.minutes)), onTime: onTimeOf(ended),
      ...satisfactionOf(rated, at),
      steps: stepsOf(pack, minutes, counted.waiting), units: counted.units,
    },
  };
}

/** How often each unit kept the law's time and how content people were with it, those with the most dossiers first. */
export async function unitFigures(tx: Transaction, ended: readonly Ended[], rated: readonly Rated[], at: string): Promise<UnitFigures[]> {
  const [endedAt, ratedAt] = [Map.groupBy(ended, ({ unitId }) => unitId), Map.groupBy(rated, ({ unitId }) => unitId)];
  const ids = [...new Set([...endedAt.keys(), ...ratedAt.keys()])];
  const names = await namesOf(tx, ids);
  return ids.map((id) => {
    const all = endedAt.get(id) ?? [];
    return { unit: names.unit(id), ended: all.length, onTime: onTimeOf(all), ...satisfactionOf(ratedAt.get(id) ?? [], at) };
  }).toSorted((one, other) => other.ended - one.ended);
}

function satisfactionOf(rated: readonly Rated[], at: string): Pick<UnitFigures, 'rated' | 'stars' | 'asked'> {
  const ratings = rated.map(({ rating }) => rating);
  const stars = ratings.length < minimum ? null : Math.round((ratings.reduce((sum, one) => sum + one.stars, 0) / ratings.length) * 10) / 10;
  return { rated: ratings.length, stars, asked: answerFigures(ratings, at, minimum) };
}

async function endedAmong(keeper: Store, tx: Transaction, rows: readonly DossierRow[], at: string): Promise<Ended[]> {
  const found: Ended[] = [];
  for (const { clock: kept, unitId } of rows) {
    const clock = kept as Clock | null;
    if (clock?.endedAt == null) continue;
    const calendar = await calendarOf(keeper, tx, unitId);
    found.push({ unitId, minutes: minutesUsed(calendar, clock, clock.endedAt), onTime: clockView(calendar, clock, at).verdict !== 'late' });
  }
  return found;
}

/** The steps of the version that is offered, in its order; those that never came up are left out. */
function stepsOf({ definition }: Package, minutes: ReadonlyMap<string, readonly number[]>, waiting: ReadonlyMap<string, number>): StepFigures[] {
  return Object.values(definition.nodes).flatMap((node): StepFigures[] => {
    const [done, open] = [minutes.get(node.id) ?? [], waiting.get(node.id) ?? 0];
    if (done.length === 0 && open === 0) return [];
    return [{ node: node.id, name: citizenName(definition, node.id) ?? stepName(node), whose: whoseRole(firstRole(node.step)), done: done.length, waiting: open, time: timeOf(done) }];
  });
}

const whole = (minutes: number): number => Math.round(minutes);

function timeOf(minutes: readonly number[]): TimeTaken | null {
  if (minutes.length < minimum) return null;
  const { median, p90 } = spreadOf(minutes);
  return { median: whole(median), p90: whole(p90) };
}

const onTimeOf = (ended: readonly Ended[]): number | null => (ended.length < minimum ? null : Math.round((ended.filter(({ onTime }) => onTime).length / ended.length) * 1000) / 1000);

const isWall = (limit: string): boolean => ['hour', 'minute'].includes(asTimeLimit(limit).unit);
