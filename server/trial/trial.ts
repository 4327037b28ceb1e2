import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { diskFiles } from '../../storage/files/disk.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import type { CalendarRow } from '../../storage/tables/calendars.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { compose } from '../compose.ts';
import type { Inspection } from '../library/inspect.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import { setClock, type SetClock } from '../seed/clock.ts';
import type { Services } from '../services.ts';
import { beginSession } from '../session/sessions.ts';
import { castFor, engage, type Player } from './cast.ts';

/** A house of its own around one draft. It lives in memory; only files that are uploaded lie in a folder, which goes with it. */
export interface Trial {
  readonly id: string;
  readonly owner: string;
  readonly procedure: string;
  /** The package as it is tried, with what it calls. */
  readonly content: PackageFiles;
  readonly services: Services;
  readonly clock: SetClock;
  readonly cast: readonly Player[];
  /** The secret of each player's session. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Does what is due at this instant of the trial, and answers when something is due next. */
  settle(): Promise<string | null>;
  end(): Promise<void>;
}

export interface TrialPlan {
  readonly owner: string;
  readonly content: PackageFiles;
  /** What was found in it: no error. */
  readonly inspection: Inspection;
  readonly units: readonly UnitRow[];
  readonly calendars: readonly CalendarRow[];
}

const mostRounds = 500;

/** Opens a house with a draft that was found fit for publishing. */
export async function openTrial(house: Services, { owner, content, inspection, units, calendars }: TrialPlan): Promise<Trial> {
  const id = house.newId();
  const clock = setClock(house.now());
  const folder = join(tmpdir(), `motcua-trial-${id}`);
  const store = memoryStore();
  const services = compose({
    configuration: { ...house.configuration, sample: true, openid: undefined, payments: 'simulated', intake: undefined, bankSecret: '', systems: 'simulated' },
    store, files: diskFiles(folder), now: clock.now,
    // What happens in a trial is nobody's business but the designer's; faults of ours are.
    log: (level, event, facts) => {
      if (level === 'error') house.log(level, event, facts);
    },
  });
  const cast = castFor(inspection.staff ?? { performers: [] });
  const at = clock.now();
  await store.transaction(async (tx) => {
    for (const calendar of calendars) await tx.calendars.insert(calendar);
    for (const unit of units) await tx.units.insert(unit);
    await engage(tx, cast, units, at);
  });
  const ready = await readyToPublish(services.files, content, async () => inspection);
  if ('findings' in ready) throw new Error('expected a draft that was found fit for publishing, but it is not');
  // A trial has one ward: what begins by itself begins there when its own unit is not among them.
  const office = ready.office === undefined || units.some(({ code }) => code === ready.office) ? ready.office : units.find(({ kind }) => kind === 'ward')?.code;
  await store.transaction((tx) => publish(store, tx, { ...ready, ...(office !== undefined && { office }) }, { account: 'system', at, note: null }));
  const secrets = new Map<string, string>();
  for (const { account } of cast) secrets.set(account, await beginSession(store, account, at, 'trial'));

  let last: Promise<unknown> = Promise.resolve();
  const settleNow = async (): Promise<string | null> => {
    for (let round = 0; round < mostRounds; round += 1) {
      const { did, nextAt } = await services.runtime.work();
      if (did === 0) return nextAt;
    }
    return clock.now();
  };
  return {
    id, owner, procedure: ready.key, content, services, clock, cast, secrets,
    settle: () => {
      const mine = last.then(settleNow);
      last = mine.catch(() => undefined);
      return mine;
    },
    end: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
