import { beginsPlainly } from '../../../engine/words-between.ts';
import type { CompiledCalendar } from '../../../engine/calendar/calendar.ts';
import type { Data, Json } from '../../../engine/state.ts';
import { dayOf } from '../../../forms/today.ts';
import { calendarOf } from '../../../runtime/calendars.ts';
import { compose, type World } from '../../compose.ts';
import type { Services } from '../../services.ts';
import { chance } from '../chance.ts';
import { setClock, workingDayBefore } from '../clock.ts';
import { samplePaper } from '../house.ts';
import { ward } from '../units.ts';
import { another, type House } from './another.ts';
import { settleCitizens } from './citizens.ts';
import { housesOf } from './houses.ts';
import { born, plan, type Life } from './lives.ts';
import { complete, fileOne, tell } from './live.ts';
import { samplePhoto } from '../sample-photo.ts';
import { paperRows, pastLetters, type Stock } from './papers.ts';
import { rate } from './ratings.ts';
import { talesOf, type Tale } from './tales.ts';
import { movedDays } from './when.ts';

/** `left`: dossiers in which nobody could do what lies there, and which stand where they were left. */
export interface Past { readonly dossiers: number; readonly steps: number; readonly left: readonly string[] }

/**
 * A year of the sample ward up to the instant of `world.now`: so many dossiers of all packages, filed on working days at random and lived by the
 * packages' own scenarios through the real runtime, everybody sooner or later than written. The same seed lives the same year.
 */
export async function liveYear(world: World, packages: string, hashes: ReadonlyMap<string, string>, count: number, seed = 2026): Promise<Past> {
  const today = world.now();
  const clock = setClock(today);
  const sheet = await world.files.put([await samplePaper('Giấy tờ của hồ sơ giả định')]);
  const services = compose({ ...world, now: clock.now, instead: { 'letter.issue': pastLetters(compose({ ...world, now: clock.now }), sheet) } });
  const calendar = await services.store.read((tx) => calendarOf(services.store, tx, ward));
  const next = chance(seed);
  clock.set(workingDayBefore(calendar, today, 251, '08:00'));
  const citizens = await services.store.transaction((tx) => settleCitizens(tx, Math.max(12, Math.ceil(count / 3)), clock.now()));
  const houses = await housesOf(services.store, dayOf(today));
  const tales = await talesOf(packages, await filed(services, hashes));
  const lives = born(tales, calendar, today, citizens, count, next);
  const year: Year = { services, calendar, houses, tales, stock: { sheet, photo: await world.files.put([samplePhoto('before')]) }, next };
  const left: string[] = [];
  let steps = 0;
  for (let life = nextOf(lives, today); life !== undefined; life = nextOf(lives, today)) {
    clock.set(life.at);
    await settle(services);
    if (await goesOn(year, life)) steps += 1;
    // What nobody takes here was never filed.
    else if (life.dossier === undefined) life.over = true;
    else if (life.freely) {
      left.push(`${life.tale.key}: ${life.tale.scenario.name.en}, step ${life.done}`);
      life.over = true;
    } else life.freely = true;
    await settle(services);
    plan(life, calendar, next());
  }
  clock.set(today);
  await settle(services);
  await rate(services, next);
  return { dossiers: lives.filter(({ dossier }) => dossier !== undefined).length, steps, left };
}

/** Those that people file; what only another procedure's word begins has no life of its own here. */
async function filed({ store, library }: Services, hashes: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const packs = await store.read((tx) => Promise.all([...hashes].map(async ([key, hash]) => ({ key, hash, pack: await library.version(tx, hash) }))));
  return new Map(packs.flatMap(({ key, hash, pack }) => (pack !== undefined && beginsPlainly(pack.definition) ? [[key, hash] as const] : [])));
}

interface Year { readonly services: Services; readonly calendar: CompiledCalendar; readonly houses: readonly House[]; readonly tales: ReadonlyMap<string, readonly Tale[]>; readonly stock: Stock; readonly next: () => number }

const nextOf = (lives: readonly Life[], today: string): Life | undefined =>
  lives.reduce<Life | undefined>((first, one) => (!one.over && one.at <= today && (first === undefined || one.at < first.at) ? one : first), undefined);

/** The next thing that happens to a dossier; false when it cannot. */
async function goesOn(year: Year, life: Life): Promise<boolean> {
  const { services, houses, next } = year;
  const { tale, citizen, number, at } = life;
  const key = `past:${number}:${life.done}`;
  life.house ??= houses[Math.floor(next() * houses.length)];
  if (life.house === undefined) return false;
  if (life.dossier === undefined) {
    life.dossier = await fileOne(services, tale, citizen, await own(year, life, life.house, tale.application), `${life.house.houseNo} ${life.house.street}`, key);
    return life.dossier !== undefined;
  }
  const step = tale.scenario.steps[life.done];
  life.done += 1;
  if (life.freely) return goesOnFreely(year, life, life.dossier, life.house, key);
  if (step === undefined || 'wait' in step) return true;
  if ('complete' in step) {
    const answer = await own(year, life, life.house, step.answer as Data);
    // Who is sooner than the scenario has not seen the place on a day that is still to come.
    return complete(services, life.dossier, step.complete, [answer, movedDays(answer, at, at, dayOf(at))], key, next());
  }
  return 'message' in step && tell(services, life.dossier, { message: step.message, data: await own(year, life, life.house, (step.data ?? {}) as Data) }, citizen.account, key);
}

/** More steps than any scenario has: work that comes back again and again is left at last. */
const mostFreely = 40;

/** Who is sooner or later than a scenario comes to other steps than it tells of: then each is done as some scenario of the package does it. */
async function goesOnFreely({ services, tales, next, ...rest }: Year, life: Life, dossierId: string, house: House, key: string): Promise<boolean> {
  const open = await services.store.read(async (tx) => ((await tx.dossiers.first({ id: dossierId }))?.status === 'active' ? tx.tasks.find({ dossierId, status: 'open' }, { order: [['openedAt', 'asc']] }) : []));
  life.over = open.length === 0;
  if (life.over) return true;
  if (life.done > mostFreely) return false;
  const told = [...tales.get(life.tale.key) ?? []].flatMap(({ scenario }) => scenario.steps);
  for (const { node } of open) {
    const answers: Json[] = [];
    for (const step of told) if ('complete' in step && step.complete === node) answers.push(movedDays(await own({ services, tales, next, ...rest }, life, house, step.answer as Data), life.at, life.at, dayOf(life.at)));
    if (answers.length > 0 && (await complete(services, dossierId, node, answers, key, next()))) return true;
  }
  return false;
}

/** What a scenario says, as it is for this dossier: its days, its person, its house, its papers. */
async function own({ services, stock }: Year, { tale, citizen, filedAt, dossier }: Life, house: House, said: Data): Promise<Data> {
  const { rows, paperOf } = paperRows(services, citizen.account, stock, dossier ?? null);
  const changed = another(movedDays(said, tale.scenario.filed.at, filedAt) as Data, citizen, house, paperOf);
  await services.store.transaction(async (tx) => {
    for (const row of rows) await tx.files.insert(row);
  });
  return changed;
}

async function settle({ runtime }: Services): Promise<void> {
  for (let round = 0; round < 100 && (await runtime.work()).did > 0; round += 1);
}
