import { Errors } from 'typebox/value';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import type { Catalogues } from '../../forms/form.ts';
import { letterProblems } from '../../procedures/letters/check.ts';
import { fillLetter } from '../../procedures/letters/fill.ts';
import { LetterTemplate } from '../../procedures/letters/template.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { readJson, type PackageFiles } from '../../procedures/package-files.ts';
import { communal } from '../../procedures/place-of.ts';
import { readScenarios } from '../../procedures/test-package.ts';
import type { LetterTried } from '../api/designer.ts';
import { renderLetter } from '../documents/render.ts';
import { labelsOf } from '../letters/labels.ts';
import { competentKinds } from '../library/competent-kinds.ts';
import type { Office } from './letter-house.ts';
import { letterSample } from './letter-sample.ts';

export interface LetterJob {
  readonly work: 'letter';
  readonly files: PackageFiles;
  readonly letter: string;
  readonly scenario: string | undefined;
  /** One of each kind; the sample stands for that which the procedure's rule of competence answers, or the first. */
  readonly offices: readonly Office[];
  readonly catalogues: Catalogues;
  readonly calendars: Readonly<Record<string, unknown>>;
}

const seal = { verifyUrl: 'https://motcua.invalid/verify/XEM-TRUOC', verifyCode: 'XEM-TRUOC', notice: 'Bản xem trước của mẫu đang soạn, không có giá trị.' };
const most = 100;

/** The answer for a letter that cannot be set. */
export const unset = (problems: readonly string[]): LetterTried => ({ problems: problems.slice(0, most).map((problem) => problem.slice(0, 500)), missing: [], samples: [], sample: null, pdf: null });

/** Sets one letter of a package as PDF. Other letters may be faulty; when the rest of the package is, the letter stands unfilled. */
export async function tryLetter(job: LetterJob): Promise<LetterTried> {
  const path = `letters/${job.letter}.json`;
  const reading = readJson(path, job.files.get(path) ?? '');
  if ('finding' in reading) return unset([reading.finding.message]);
  const faults = Errors(LetterTemplate, reading.value).map(({ instancePath, message }) => `${instancePath} ${message}`);
  if (faults.length > 0) return unset(faults);
  const template = reading.value as LetterTemplate;
  const problems = letterProblems(template).map(({ place, message }) => `${place}: ${message}`);
  if (problems.length > 0) return unset(problems);
  const loading = await loadPackage(new Map([...job.files].filter(([name]) => !name.startsWith('letters/'))));
  const { context, at, ...chosen } = 'package' in loading ? sampleOf(loading.package, job) : { ...unfilled, context: { unit: job.offices[0]?.facts ?? {} } };
  const filled = fillLetter(template, context, at, 'package' in loading ? labelsOf(loading.package, job.catalogues) : undefined);
  const bytes = await renderLetter(filled, seal);
  return { problems: [], missing: filled.missing.slice(0, most).map((feel) => feel.slice(0, 500)), ...chosen, pdf: Buffer.from(bytes).toString('base64') };
}

const unfilled = { at: '2026-01-01T00:00:00.000Z', samples: [] as LetterTried['samples'], sample: null };

/** Of the kinds that may be competent, the commune's first: most dossiers are theirs. */
function officeOf(loaded: LoadedProcedure, offices: readonly Office[]): Office | undefined {
  const kinds = competentKinds(loaded) ?? [];
  const wanted = kinds.includes(communal) ? ['ward'] : kinds;
  return wanted.flatMap((kind) => offices.find(({ unit }) => unit.kind === kind) ?? [])[0] ?? offices[0];
}

function sampleOf(loaded: LoadedProcedure, { files, letter, scenario, offices, calendars }: LetterJob) {
  const office = officeOf(loaded, offices);
  const playable = readScenarios(files).flatMap(({ file, name, play }) => ('scenario' in play ? [{ file, name, play, issues: play.scenario.expect.letters.includes(letter) }] : []));
  const data = calendars[loaded.procedure.calendar];
  const chosen = playable.find(({ file }) => file === scenario) ?? playable.find(({ issues }) => issues) ?? playable[0];
  if (chosen === undefined || data === undefined || office === undefined) return { ...unfilled, context: { unit: office?.facts ?? {} } };
  const { context, at } = letterSample(loaded, chosen.play, letter, { ...office, calendar: compileCalendar(data) });
  return { context, at, samples: playable.slice(0, most).map(({ file, name, issues }) => ({ file, name, issues })), sample: chosen.file };
}
