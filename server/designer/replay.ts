import { Equal } from 'typebox/value';
import { compileCalendar, type CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { papersAsked } from '../../procedures/papers-asked.ts';
import type { Retold } from '../../procedures/record-journal.ts';
import { faultOf, type ScenarioFault, type Sentence } from '../../procedures/scenario-fault.ts';
import { ScenarioSession } from '../../procedures/scenario-session.ts';
import type { ScenarioRun } from '../../procedures/scenario-run.ts';
import type { Replayed, ReplayDifference } from '../api/history.ts';
import type { LocalText } from '../api/shape.ts';

export interface ReplayJob {
  readonly work: 'replay';
  /** What the dossiers are lived on: what is edited, or a version. */
  readonly files: PackageFiles;
  /** What that is compared with; without it, the version that each dossier runs on. */
  readonly against?: PackageFiles;
  /** The versions that the dossiers ran on, by hash. */
  readonly versions: Readonly<Record<string, PackageFiles>>;
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly dossiers: readonly { readonly code: string; readonly hash: string; readonly told: Retold }[];
}

export const notReplayed: Replayed = { usable: false, same: 0, changed: [], skipped: [], names: {} };

/** Lives each dossier twice in memory, on two versions, and tells what comes otherwise on the one asked for. */
export async function replay({ files, against, versions, calendars, dossiers }: ReplayJob): Promise<Replayed> {
  const asked = await loadPackage(files);
  const other = against && (await loadPackage(against));
  if ('findings' in asked || (other && 'findings' in other)) return notReplayed;
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
  const names: Record<string, LocalText> = {};
  let same = 0;
  for (const { code, hash, told: real } of dossiers) {
    const version = other ? other.package : loaded.get(hash);
    const [then, now] = [version && calendarOf(version), calendarOf(asked.package)];
    if (version === undefined || then === undefined || now === undefined) {
      skipped.push({ code, reason: { message: 'expected its version to be readable, with its calendar, but it is not', messageVi: 'không đọc được phiên bản của hồ sơ, hoặc thiếu lịch làm việc' } });
      continue;
    }
    const told = withoutPeople(real);
    const [before, after] = [lived(version, told, then), lived(asked.package, told, now)];
    const tell = (sentence: Sentence): Sentence => {
      for (const [id] of sentence.message.matchAll(/(?<=\()[^()\s]+(?=\))/g)) {
        const name = stepName(id, [asked.package, version]);
        if (name) names[id] = name;
      }
      return short(sentence);
    };
    if (before.stops !== null && (other === undefined || after.stops !== null)) {
      const where = other === undefined ? { message: 'on its own version: ', messageVi: 'ngay trên phiên bản của hồ sơ: ' } : { message: 'on both versions: ', messageVi: 'trên cả hai phiên bản: ' };
      skipped.push({ code, reason: tell({ message: `${where.message}${before.stops.message}`, messageVi: `${where.messageVi}${before.stops.messageVi}` }) });
      continue;
    }
    const stop = (fault: ScenarioFault | null, by: LoadedProcedure) => fault && { ...tell(fault), at: (fault.element !== undefined && stepName(fault.element, [by, version, asked.package])) || null };
    const [stopped, stops] = [stop(before.stops, version), stop(after.stops, asked.package)];
    const goesThrough = stopped === null && stops === null;
    const differences = [...papersApart(version, asked.package, told), ...(goesThrough ? apart([version, before.run], [asked.package, after.run]) : [])];
    if (goesThrough && differences.length === 0) same += 1;
    else changed.push({ code, stopped, stops, differences });
  }
  return { usable: true, same, changed, skipped, names };
}

/** Who did something is nobody's business here; that two steps were done by the same person is. */
function withoutPeople(told: Retold): Retold {
  const people = new Map<string, string>();
  const unnamed = (by: string): string => people.get(by) ?? people.set(by, `person-${people.size + 1}`).get(by)!;
  return { ...told, steps: told.steps.map((step) => ('complete' in step && step.by !== undefined ? { ...step, by: unnamed(step.by) } : step)) };
}

function lived(loaded: LoadedProcedure, { at, channel, application, lookUps, steps }: Retold, calendar: CompiledCalendar): { readonly run: ScenarioRun; readonly stops: ScenarioFault | null } {
  const session = new ScenarioSession(loaded, { at, channel, application, ...(lookUps && { lookUps }) }, calendar);
  try {
    for (const step of steps) session.perform(step);
  } catch (error) {
    return { run: session.outcome(), stops: withoutValues(faultOf(error)) };
  }
  const run = session.outcome();
  return { run, stops: run.problems[0] ? withoutValues(run.problems[0]) : null };
}

/** What the engine and expressions say of a fault may hold what people wrote; the Vietnamese sentence never does. */
function withoutValues(fault: ScenarioFault): ScenarioFault {
  const at = fault.element === undefined ? '' : ` at (${fault.element})`;
  if (fault.what === 'incident') return { ...fault, message: `the dossier stopped with a fault${at}` };
  if (fault.what === 'deed' && fault.element === undefined) return { ...fault, message: 'expected a deed that can be done, but it can not' };
  return { ...fault, messageVi: fault.messageVi.replaceAll(/person-(\d+)/g, 'người số $1'), message: fault.message.replaceAll(/person-(\d+)/g, 'person $1') };
}

function* apart([version, before]: readonly [LoadedProcedure, ScenarioRun], [asked, after]: readonly [LoadedProcedure, ScenarioRun]): Generator<ReplayDifference> {
  if (!Equal(before.path, after.path)) {
    const parting = before.path.findIndex((id, index) => id !== after.path[index]);
    const last = before.path[(parting < 0 ? before.path.length : parting) - 1];
    yield { what: 'path', after: last === undefined ? null : stepName(last, [version])!, ...goneAndMore(before.path, after.path, (id) => stepName(id, [version])!, (id) => stepName(id, [asked])!) };
  }
  if (!Equal(before.letters, after.letters)) yield { what: 'letters', ...goneAndMore(before.letters, after.letters, (key) => letterName(key, version), (key) => letterName(key, asked)) };
  if (!Equal(before.states, after.states)) yield { what: 'states', before: [...before.states], after: [...after.states] };
  for (const what of ['status', 'due', 'verdict'] as const) if (before[what] !== after[what]) yield { what, before: before[what], after: after[what] };
  if (before.fee !== after.fee) yield { what: 'fee', before: before.fee, after: after.fee };
}

/** A paper that is called otherwise is another one: codes are numbered anew. */
function papersApart(version: LoadedProcedure, asked: LoadedProcedure, { application, at }: Retold): ReplayDifference[] {
  const of = ({ procedure }: LoadedProcedure) => new Map(papersAsked(procedure.components, application, at).filter(({ needed }) => needed).map(({ component: { name } }) => [name.vi, name]));
  const [before, after] = [of(version), of(asked)];
  const { gone, more } = goneAndMore([...before.keys()], [...after.keys()], (key) => before.get(key)!, (key) => after.get(key)!);
  return gone.length + more.length === 0 ? [] : [{ what: 'papers', gone, more }];
}

/** What stands more often in one list than in the other, as often as it does. */
function goneAndMore(before: readonly string[], after: readonly string[], nameBefore: (key: string) => LocalText, nameAfter: (key: string) => LocalText): { readonly gone: LocalText[]; readonly more: LocalText[] } {
  const without = (list: readonly string[], taken: readonly string[]): string[] => {
    const left = [...taken];
    return list.filter((key) => {
      const at = left.indexOf(key);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { gone: without(before, after).map(nameBefore), more: without(after, before).map(nameAfter) };
}

/** What a step is called by the first of these versions that has it. */
function stepName(id: string, versions: readonly LoadedProcedure[]): LocalText | undefined {
  const definition = versions.map((version) => version.definition).find(({ nodes }) => nodes[id] !== undefined);
  const words = (language: 'vi' | 'en'): string => placeWords(placeOf(definition!, definition!.nodes[id]!, language), language);
  return definition && { vi: words('vi'), en: words('en') };
}

/** A template is called as its letter is. */
function letterName(template: string, { procedure: { letters } }: LoadedProcedure): LocalText {
  const letter = letters[template] ?? Object.values(letters).find(({ variants = [] }) => variants.some((variant) => variant.template === template));
  return letter?.name ?? { vi: template, en: template };
}

const short = ({ message, messageVi }: Sentence): Sentence => ({ message: message.slice(0, 2000), messageVi: messageVi.slice(0, 2000) });
