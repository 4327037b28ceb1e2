import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Store } from '../../storage/store.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { passingSqliteStore } from '../../storage/stores/sqlite.ts';
import { compose, type World } from '../compose.ts';
import type { Services } from '../services.ts';
import { alertStories, followPlaces } from './alerts.ts';
import { birth, bundleStory, playBundle } from './bundle.ts';
import { workingDayBefore, setClock } from './clock.ts';
import { copyStore } from './copy-store.ts';
import { layFoundation, publishFolder } from './foundation.ts';
import { liveYear } from './history/history.ts';
import { wantTwo } from './money.ts';
import { playDeed, type OfficeStory } from './office.ts';
import { playStep } from './play.ts';
import { keepRoster, ownShifts } from './roster.ts';
import { stories } from './stories.ts';
import { ward } from './units.ts';
import { keepRegister } from './register.ts';
import { workStories } from './work.ts';
import { drawWard } from './ward-map/ward-map.ts';

export const samplePassword = 'motcua-mau';
const house = 'construction-permit-house';
/** What the office begins itself, by its package. */
const officeStories = { 'traffic-flood-notice': alertStories, 'assigned-work': workStories };

/** How many dossiers the year has that `npm start` shows. */
export const usualYear = 400;

/**
 * Fills an empty database with the sample ward: calendar, units, people, maps, the shipped packages, and dossiers in every state,
 * made by really running the commands on a clock that is set by hand; with `year`, also so many dossiers of the year before (history.ts). They are
 * lived aside and then kept in one transaction. A database that holds people already is left alone but for packages that are new. Answers whether
 * the sample was made.
 */
export async function seed(given: World, packages: string, { year = 0 }: { readonly year?: number } = {}): Promise<{ readonly made: boolean; readonly dossiers: number }> {
  // People who are made up pay nobody's money, whatever provider the installation names.
  const world: World = { ...given, configuration: { ...given.configuration, payments: 'simulated' } };
  if ((await world.store.read((tx) => tx.accounts.count({}))) > 0) {
    const services = compose(world);
    await publishAll(services, packages);
    await drawWhereMissing(services);
    return { made: false, dossiers: 0 };
  }
  const aside = await storeAside(year > 0);
  try {
    const dossiers = await liveAside({ ...world, store: aside.store }, packages, year);
    const made = await copyStore(aside.store, world.store);
    return { made, dossiers: made ? dossiers : 0 };
  } finally {
    await aside.drop();
  }
}

/** In memory, which has no indexes: a year wants a database. */
async function storeAside(large: boolean): Promise<{ readonly store: Store; readonly drop: () => Promise<void> }> {
  if (!large) return { store: memoryStore(), drop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'motcua-sample-'));
  const store = passingSqliteStore(join(folder, 'sample.sqlite'));
  await store.migrate();
  return {
    store,
    drop: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function liveAside(world: World, packages: string, year: number): Promise<number> {
  const today = world.now();
  const clock = setClock(today);
  const services = compose({ ...world, now: clock.now });
  await layFoundation(services, samplePassword);
  await drawWard(services);
  await keepRegister(services);
  await followPlaces(services, today);
  await keepRoster(services, ownShifts, 'account-truongphong', today);
  await wantTwo(services, today);
  const hashes = await publishAll(services, packages);
  const hash = hashes.get(house);
  if (hash === undefined) throw new Error(`expected the package ${house} in ${packages}, but there is none`);
  const office = Object.entries(officeStories).flatMap(([key, told]) => (hashes.has(key) ? told.map((story) => ({ hash: hashes.get(key)!, story })) : []));
  const bundled = hashes.get(birth);
  await playAll(services, clock, { folder: `${packages}/${house}`, hash, office, ...(bundled !== undefined && { bundle: { folder: `${packages}/${birth}`, hash: bundled } }) }, today);
  clock.set(today);
  await workAll(services);
  const past = year > 0 ? await liveYear({ ...world, now: () => today }, { packages, hashes, password: samplePassword, count: year }) : undefined;
  await services.runtime.checkpoint();
  return stories.length + office.length + (bundled === undefined ? 0 : 3) + (past?.dossiers ?? 0);
}

/** A sample that was made before there were maps gets them too; a real house has no such ward. */
async function drawWhereMissing(services: Services): Promise<void> {
  const missing = await services.store.read(async (tx) => (await tx.units.count({ id: ward })) > 0 && (await tx.planLayers.count({})) === 0);
  if (missing) await drawWard(services);
}

/** Publishes every package folder; answers their hashes by name. */
async function publishAll(services: Services, packages: string): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const entry of await readdir(packages, { withFileTypes: true })) {
    if (!entry.isDirectory() || !existsSync(`${packages}/${entry.name}/procedure.json`)) continue;
    hashes.set(entry.name, await publishFolder(services, `${packages}/${entry.name}`));
  }
  return hashes;
}

interface Played {
  readonly folder: string;
  readonly hash: string;
  readonly office: readonly { readonly hash: string; readonly story: OfficeStory }[];
  readonly bundle?: { readonly folder: string; readonly hash: string };
}

/** All stories' steps in the order of their instants, the machine's own work done in between. */
async function playAll(services: Services, clock: ReturnType<typeof setClock>, { folder, hash, office, bundle }: Played, today: string): Promise<void> {
  const calendar = await services.store.read((tx) => calendarOf(services.store, tx, ward));
  const dossiers = new Map<object, string>();
  const play = (story: object, doing: (dossier: string | undefined) => Promise<string>) => async () => void dossiers.set(story, await doing(dossiers.get(story)));
  const steps = [
    ...stories.flatMap((story) => story.steps.map((step) => ({ at: workingDayBefore(calendar, today, step.days, step.at), play: play(story, (dossier) => playStep(services, folder, hash, story, step, dossier)) }))),
    ...(bundle === undefined ? [] : bundleStory.map((deed) => ({ at: workingDayBefore(calendar, today, deed.days, deed.at), play: play(bundleStory, (dossier) => playBundle(services, bundle.folder, bundle.hash, deed, dossier)) }))),
    ...office.flatMap(({ hash: told, story }) => story.deeds.map((deed) => ({ at: new Date(Date.parse(today) - deed.ago * 60_000).toISOString(), play: play(story, (dossier) => playDeed(services, told, story, deed, dossier)) }))),
  ];
  for (const step of steps.toSorted((one, other) => one.at.localeCompare(other.at))) {
    clock.set(step.at);
    await workAll(services);
    await step.play();
    await workAll(services);
  }
}

/** Until nothing is due: one piece of work may make another. */
async function workAll({ runtime }: Services): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if ((await runtime.work()).did === 0) return;
  }
}
