import { Equal } from 'typebox/value';
import { compileCalendar, type CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Retold } from '../../procedures/record-journal.ts';
import { faultOf, type Sentence } from '../../procedures/scenario-fault.ts';
import { ScenarioSession } from '../../procedures/scenario-session.ts';
import type { ScenarioRun } from '../../procedures/scenario-run.ts';
import type { Replayed } from '../api/history.ts';

export interface ReplayJob {
  readonly work: 'replay';
  readonly files: PackageFiles;
  /** The versions that the dossiers ran on, by hash. */
  readonly versions: Readonly<Record<string, PackageFiles>>;
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly dossiers: readonly { readonly code: string; readonly hash: string; readonly told: Retold }[];
}

const compared = ['path', 'letters', 'states', 'status', 'due', 'verdict', 'fee'] as const;

/** Lives each dossier twice in memory, on its own version and on what is edited, and tells what would have come otherwise. */
export async function replay({ files, versions, calendars, dossiers }: ReplayJob): Promise<Replayed> {
  const edited = await loadPackage(files);
  if ('findings' in edited) return { usable: false, same: 0, changed: [], skipped: [] };
  const loaded = new Map<string, LoadedProcedure>();
  for (const [hash, content] of Object.entries(versions)) {
    const version = await loadPackage(content);
    if ('package' in version) loaded.set(hash, version.package);
  }
  const known = new Map<string, CompiledCalendar>();
  const calendarOf = ({ procedure: { calendar } }: LoadedProcedure): CompiledCalendar | undefined => {
    if (!known.has(calendar) && calendars[calendar] !== undefined) known.set(calendar, compileCalendar(calendars[calendar]));
    return known.get(calendar);
  };
  const changed: Replayed['changed'][number][] = [];
  const skipped: Replayed['skipped'][number][] = [];
  let same = 0;
  for (const { code, hash, told } of dossiers) {
    const version = loaded.get(hash);
    const [then, now] = [version && calendarOf(version), calendarOf(edited.package)];
    if (version === undefined || then === undefined || now === undefined) {
      skipped.push({ code, reason: { message: 'expected its version to be readable, with its calendar, but it is not', messageVi: 'không đọc được phiên bản của hồ sơ, hoặc thiếu lịch làm việc' } });
      continue;
    }
    const before = lived(version, told, then);
    if (before.stops !== null) {
      skipped.push({ code, reason: short({ message: `on its own version: ${before.stops.message}`, messageVi: `ngay trên phiên bản của hồ sơ: ${before.stops.messageVi}` }) });
      continue;
    }
    const after = lived(edited.package, told, now);
    const differences = after.stops === null ? compared.filter((what) => !Equal(before.run[what], after.run[what])).map((what) => ({ what, before: shown(before.run[what]), after: shown(after.run[what]) })) : [];
    if (after.stops === null && differences.length === 0) same += 1;
    else changed.push({ code, stops: after.stops && short(after.stops), differences });
  }
  return { usable: true, same, changed, skipped };
}

function lived(loaded: LoadedProcedure, { at, channel, application, lookUps, steps }: Retold, calendar: CompiledCalendar): { readonly run: ScenarioRun; readonly stops: Sentence | null } {
  const session = new ScenarioSession(loaded, { at, channel, application, ...(lookUps && { lookUps }) }, calendar);
  try {
    for (const step of steps) session.perform(step);
  } catch (error) {
    return { run: session.outcome(), stops: faultOf(error) };
  }
  const run = session.outcome();
  return { run, stops: run.problems[0] ?? null };
}

const short = ({ message, messageVi }: Sentence): Sentence => ({ message: message.slice(0, 2000), messageVi: messageVi.slice(0, 2000) });

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(' → ') : value === null ? '—' : String(value)).slice(0, 2000);
