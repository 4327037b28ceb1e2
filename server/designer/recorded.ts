import { Equal } from 'typebox/value';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { loadPackage } from '../../procedures/load.ts';
import { filesIn, readJson, type PackageFiles } from '../../procedures/package-files.ts';
import type { Retold } from '../../procedures/record-journal.ts';
import { recordScenario } from '../../procedures/record-scenario.ts';
import { faultOf } from '../../procedures/scenario-fault.ts';
import { ScenarioSession } from '../../procedures/scenario-session.ts';
import type { TrialRecorded } from '../api/trial.ts';

export interface RecordJob {
  readonly work: 'record';
  readonly files: PackageFiles;
  /** Calendars of the house, by id. */
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly name: { readonly vi: string; readonly en: string };
  readonly told: Omit<Retold, 'problems'>;
}

/** Plays what was lived once more in memory, and writes it down with all that came of it. */
export async function recorded({ files, calendars, name, told: { at, channel, application, lookUps, steps } }: RecordJob): Promise<TrialRecorded> {
  const loading = await loadPackage(files);
  const calendar = 'package' in loading ? calendars[loading.package.procedure.calendar] : undefined;
  if ('findings' in loading || calendar === undefined) return { name, problems: [{ message: 'expected a package that loads, with its calendar', messageVi: 'thủ tục còn lỗi hoặc thiếu lịch làm việc' }], files: [] };
  const session = new ScenarioSession(loading.package, { at, channel, application, ...(lookUps && { lookUps }) }, compileCalendar(calendar));
  try {
    for (const step of steps) session.perform(step);
  } catch (error) {
    session.problems.push(faultOf(error));
  }
  const run = session.outcome();
  if (run.problems.length > 0) return { name, problems: run.problems.slice(0, 50).map(({ message, messageVi }) => ({ message: message.slice(0, 1000), messageVi: messageVi.slice(0, 1000) })), files: [] };
  const same = [...filesIn(files, 'scenarios/applications', '.json')].find(({ path, content }) => {
    const reading = readJson(path, content);
    return 'value' in reading && Equal(reading.value, application);
  });
  const file = freeName(files, name.en);
  const scenario = { ...recordScenario(name.en, { at, channel, application: same?.name ?? file, ...(lookUps && { lookUps }) }, steps, run), name };
  return {
    name, problems: [],
    files: [{ path: `scenarios/${file}.json`, text: printed(scenario) }, ...(same ? [] : [{ path: `scenarios/applications/${file}.json`, text: printed(application) }])],
  };
}

const printed = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A file name made of the scenario's, which no other scenario has. */
function freeName(files: PackageFiles, name: string): string {
  const base = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 50) || 'scenario';
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? base : `${base}-${number}`;
    if (!files.has(`scenarios/${file}.json`) && !files.has(`scenarios/applications/${file}.json`)) return file;
  }
}
