import type { Data, Json } from '../../../engine/state.ts';
import { dayOf } from '../../../forms/today.ts';
import { calendarOf } from '../../../runtime/calendars.ts';
import { compose, type World } from '../../compose.ts';
import type { Services } from '../../services.ts';
import { chance } from '../chance.ts';
import { setClock, workingDayBefore } from '../clock.ts';
import { samplePaper } from '../house.ts';
import { ward } from '../units.ts';
import { another } from './another.ts';
import { settleCitizens } from './citizens.ts';
import { settleNeighbours, wardsOf, type PastWard } from './city/wards.ts';
import { housesOf } from './houses.ts';
import { born, plan, type Life } from './lives.ts';
import { answerOutside, complete, fileOne, tell } from './live.ts';
import { samplePhoto } from '../sample-photo.ts';
import { paperRows, pastLetters, type Stock } from './papers.ts';
import { rate } from './ratings.ts';
import { talesOf, type Tale } from './tales.ts';
import { movedDays } from './when.ts';

/** `left`: dossiers in which nobody could do what lies there, and which stand where they were left. */
export interface Past { readonly dossiers: number; readonly steps: number; readonly left: readonly string[] }

export interface Year { readonly packages: string; readonly hashes: ReadonlyMap<string, string>; readonly password: string; readonly count: number; readonly seed?: number }

/**
 * A year of the sample's wards up to the instant of `world.now`: so many dossiers of all packages, filed on working days at random and lived by the
 * packages' own scenarios through the real runtime, everybody sooner or later than written. The same seed lives the same year. No system outside
 * is asked, as nobody of this is real: what one answers stands in the scenarios.
 */
export async function liveYear(world: World, { packages, hashes, password, count, seed = 2026 }: Year): Promise<Past> {
  const today = world.now();
  const clock = setClock(today);
  const sheet = await world.files.put([await samplePaper('Giấy tờ của hồ sơ giả định')]);
  const own: World = { ...world, configuration: { ...world.configuration, systems: {} }, now: clock.now };
  const services = compose({ ...own, instead: { 'letter.issue': pastLetters(compose(own), sheet) } });
  const calendar = await services.store.read((tx) => calendarOf(services.store, tx, ward));
  const next = chance(seed);
  await settleNeighbours(services, password, seed);
  clock.set(workingDayBefore(calendar, today, 251, '08:00'));
  const citizens = await services.store.transaction((tx) => settleCitizens(tx, Math.max(12, Math.ceil(count / 3)), clock.now()));
  const wards = wardsOf(await housesOf(services.store, dayOf(today)), seed);
  const tales = await talesOf(packages, await versionsOf(services, hashes), today);
  const lives = born({ tales: new Map([...tales].filter(([, [first]]) => first?.filed)), wards, citizens, calendar, today, next }, count);
  const lived: Lived = { services, tales, wards, stock: { sheet, photo: await world.files.put([samplePhoto('before')]) }, next };
  const left: string[] = [];
  let steps = 0;
  let due: string | null = '';
  for (let life = nextOf(lives, today); life !== undefined; life = nextOf(lives, today)) {
    clock.set(life.at);
    if (due !== null && due <= life.at) await settle(services);
    if (await goesOn(lived, life)) steps += 1;
    // What nobody takes here was never filed.
    else if (life.dossier === undefined) life.over = true;
    else if (life.freely) {
      left.push(`${life.tale.key}: ${life.tale.scenario.name.en}, step ${life.done}`);
      life.over = true;
    } else life.freely = true;
    due = await settle(services);
    while (life.dossier !== undefined && (await answerOutside(services, life.dossier, await outsideOf(lived, life), `past:${life.number}:${life.done}`))) due = await settle(services);
    if (life.tale.speaks && life.dossier !== undefined) lives.push(...(await begunBeside(lived, life, lives)));
    plan(life, calendar, next());
  }
  clock.set(today);
  await settle(services);
  await rate(services, next);
  return { dossiers: lives.filter(({ dossier }) => dossier !== undefined).length, steps, left };
}

async function versionsOf({ store, library }: Services, hashes: ReadonlyMap<string, string>): Promise<Parameters<typeof talesOf>[1]> {
  const packs = await store.read((tx) => Promise.all([...hashes].map(async ([key, hash]) => ({ key, hash, pack: await library.version(tx, hash) }))));
  return new Map(packs.flatMap(({ key, hash, pack }) => (pack === undefined ? [] : [[key, { hash, pack }] as const])));
}

interface Lived { readonly services: Services; readonly tales: ReadonlyMap<string, readonly Tale[]>; readonly wards: readonly PastWard[]; readonly stock: Stock; readonly next: () => number }

const nextOf = (lives: readonly Life[], today: string): Life | undefined =>
  lives.reduce<Life | undefined>((first, one) => (!one.over && one.at <= today && (first === undefined || one.at < first.at) ? one : first), undefined);

/** What this dossier has begun by its word since: each lives on by what lies there. */
async function begunBeside({ services, tales, wards }: Lived, parent: Life, lives: readonly Life[]): Promise<readonly Life[]> {
  const known = new Set(lives.map(({ dossier }) => dossier));
  const rows = await services.store.read(async (tx) => {
    const said = await tx.posts.find({ dossierId: parent.dossier!, sender: null });
    const carried = said.length === 0 ? [] : await tx.deliveries.find({ postId: { in: said.map(({ id }) => id) }, begins: { not: null }, status: 'done' });
    return tx.dossiers.find({ id: { in: carried.map(({ dossierId }) => dossierId).filter((id) => !known.has(id)) } }, { order: [['procedureKey', 'asc']] });
  });
  return rows.flatMap(({ id, procedureKey, unitId }): Life[] => {
    const own = tales.get(procedureKey) ?? [];
    const tale = own.find(({ scenario }) => scenario.connectors !== undefined) ?? own[0];
    return tale === undefined ? [] : [{ ...parent, tale, number: lives.length + rows.findIndex((row) => row.id === id), filedAt: parent.at, done: 0, freely: true, over: false, pace: paceOf(wards, unitId), dossier: id }];
  });
}

/** What systems outside answer about this person and place. */
const outsideOf = async (lived: Lived, life: Life): Promise<Data | undefined> => life.tale.scenario.connectors && own(lived, life, life.tale.scenario.connectors as Data);

/** Departments take as long as is usual. */
const paceOf = (wards: readonly PastWard[], unit: string): number => wards.find(({ id }) => unit === id || unit.startsWith(`${id}-`))?.pace ?? 1;

/** The next thing that happens to a dossier; false when it cannot. */
async function goesOn(lived: Lived, life: Life): Promise<boolean> {
  const { services, next, wards } = lived;
  const { tale, citizen, number, at, place } = life;
  const key = `past:${number}:${life.done}`;
  if (life.dossier === undefined) {
    const application = await own(lived, life, place.seen === undefined ? tale.application : { ...tale.application, title: place.seen.title });
    const filed = await fileOne(services, tale, citizen, application, key);
    if (filed !== undefined) Object.assign(life, { dossier: filed.dossier, pace: paceOf(wards, filed.unit) });
    return filed !== undefined;
  }
  const step = tale.scenario.steps[life.done];
  life.done += 1;
  if (life.freely) return goesOnFreely(lived, life, life.dossier, key);
  if (step === undefined || 'wait' in step) return true;
  if ('complete' in step) {
    const answer = await own(lived, life, step.answer as Data);
    // Who is sooner than the scenario has not seen the place on a day that is still to come.
    return complete(services, life.dossier, step.complete, [answer, movedDays(answer, at, at, dayOf(at))], key, next());
  }
  return 'message' in step && tell(services, life.dossier, { message: step.message, data: await own(lived, life, (step.data ?? {}) as Data) }, citizen.account, key);
}

/** More steps than any scenario has: work that comes back again and again is left at last. */
const mostFreely = 40;

/** Who is sooner or later than a scenario comes to other steps than it tells of: then each is done as some scenario of the package does it. */
async function goesOnFreely(lived: Lived, life: Life, dossierId: string, key: string): Promise<boolean> {
  const { services, tales, next } = lived;
  const { open, owes } = await services.store.read(async (tx) => {
    const isActive = (await tx.dossiers.count({ id: dossierId, status: 'active' })) > 0;
    return { open: isActive ? await tx.tasks.find({ dossierId, status: 'open' }, { order: [['openedAt', 'asc']] }) : [], owes: isActive && (await tx.payments.count({ dossierId, status: 'pending' })) > 0 };
  });
  if (open.length === 0 && owes) return tell(services, dossierId, { message: 'payment.settled' }, life.citizen.account, key);
  life.over = open.length === 0;
  if (life.over) return true;
  if (life.done > mostFreely) return false;
  const told = [...tales.get(life.tale.key) ?? []].flatMap(({ scenario }) => scenario.steps);
  for (const { node } of open) {
    const answers: Json[] = [];
    for (const step of told) if ('complete' in step && step.complete === node) answers.push(movedDays(await own(lived, life, step.answer as Data), life.at, life.at, dayOf(life.at)));
    if (answers.length === 0) continue;
    // What was answered before and came back is answered otherwise.
    const turn = (await services.store.read((tx) => tx.tasks.count({ dossierId, node, status: 'completed' }))) % answers.length;
    if (await complete(services, dossierId, node, [...answers.slice(turn), ...answers.slice(0, turn)], key, next())) return true;
  }
  return false;
}

/** What a scenario says, as it is for this dossier: its days, its person, its place, its papers. */
async function own({ services, stock }: Lived, { tale, citizen, filedAt, dossier, place }: Life, said: Data): Promise<Data> {
  const { rows, paperOf } = paperRows(services, citizen.account, stock, dossier ?? null);
  const changed = another(movedDays(said, tale.scenario.filed.at, filedAt) as Data, citizen, place, paperOf);
  await services.store.transaction(async (tx) => {
    for (const row of rows) await tx.files.insert(row);
  });
  return changed;
}

/** Until nothing is due: when something will be. */
async function settle({ runtime }: Services): Promise<string | null> {
  for (let round = 0; round < 100; round += 1) {
    const { did, nextAt } = await runtime.work();
    if (did === 0) return nextAt;
  }
  return '';
}
