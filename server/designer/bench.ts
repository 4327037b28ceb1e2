import type { TryForm, FormTried, LetterTried, PackageTested } from '../api/designer.ts';
import type { Language } from '../http/language.ts';
import type { Catalogues } from '../../forms/form.ts';
import { checkForm } from '../../forms/check.ts';
import type { Form } from '../../forms/form.ts';
import type { Coverage } from '../../procedures/coverage.ts';
import type { Finding } from '../../procedures/finding.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { testPackage, type ScenarioResult } from '../../procedures/test-package.ts';
import type { Static } from 'typebox';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { judge } from '../forms/judge.ts';
import { inspectPackage, type Inspection } from '../library/inspect.ts';
import type { TrialRecorded } from '../api/trial.ts';
import type { Replayed } from '../api/history.ts';
import { examine, tooMuch, type ExamineJob, type FoundElsewhere } from './elsewhere.ts';
import { inFlight, notUsable, type FoundInFlight, type InFlightJob } from './in-flight.ts';
import { recorded, type RecordJob } from './recorded.ts';
import { notReplayed, replay, type ReplayJob } from './replay.ts';
import { tryLetter, unset, type LetterJob } from './try-letter.ts';

/** What an author's content is put through. Each is pure work, and as long as the content makes it. */
export type BenchJob =
  | { readonly work: 'inspect'; readonly files: PackageFiles; /** The day of the office. */ readonly today: string }
  | { readonly work: 'test'; readonly files: PackageFiles; /** Calendars of the house, by id. */ readonly calendars: Readonly<Record<string, unknown>> }
  | ExamineJob
  | InFlightJob
  | RecordJob
  | ReplayJob
  | LetterJob
  | { readonly work: 'try'; readonly body: Static<typeof TryForm>; readonly at: string; readonly catalogues: Catalogues; readonly language: Language };
interface Answers {
  readonly inspect: Inspection;
  readonly test: PackageTested;
  readonly examine: FoundElsewhere;
  readonly 'in-flight': FoundInFlight;
  readonly record: TrialRecorded;
  readonly replay: Replayed;
  readonly letter: LetterTried;
  readonly try: FormTried;
}
export type BenchAnswer<Job extends BenchJob> = Answers[Job['work']];

const mostFindings = 1000;

export async function atBench(job: BenchJob): Promise<Answers[BenchJob['work']]> {
  if (job.work === 'try') return tryForm(job);
  if (job.work === 'examine') return examine(job);
  if (job.work === 'in-flight') return inFlight(job);
  if (job.work === 'record') return recorded(job);
  if (job.work === 'replay') return replay(job);
  if (job.work === 'letter') return tryLetter(job);
  if (job.work === 'test') return playScenarios(job);
  const { findings, ...rest } = await inspectPackage(job.files, job.today);
  return { ...rest, findings: findings.slice(0, mostFindings) };
}

function tryForm({ body, at, catalogues, language }: Extract<BenchJob, { work: 'try' }>): FormTried {
  const problems = checkForm(body.form).filter(({ severity }) => severity === 'error').slice(0, mostFindings).map(({ element, message }) => `${element}: ${message}`.slice(0, 500));
  if (problems.length > 0) return { usable: false, problems, errors: [], warnings: [], data: {} };
  const { value, errors, warnings } = judge(body.form as Form, body.data, at, catalogues, language);
  return { usable: true, problems: [], errors, warnings, data: value };
}

/** Plays the scenarios of a package that loads, on the calendar it names. */
async function playScenarios({ files, calendars }: Extract<BenchJob, { work: 'test' }>): Promise<PackageTested> {
  const loading = await loadPackage(files);
  const calendar = 'package' in loading ? calendars[loading.package.procedure.calendar] : undefined;
  if ('findings' in loading || calendar === undefined) return { usable: false, scenarios: [], nodes: none, flows: none };
  const { scenarios, nodes, flows } = testPackage(loading.package, files, compileCalendar(calendar));
  return { usable: true, scenarios: scenarios.slice(0, mostFindings).map(shownScenario), nodes: shown(nodes), flows: shown(flows) };
}

const shownScenario = ({ file, name, faults, passed, came }: ScenarioResult): PackageTested['scenarios'][number] => ({
  file, name, came: came ?? null, passed: faults.length === 0 ? [] : [...passed],
  faults: faults.slice(0, 50).map(({ message, messageVi, ...fault }) => ({ ...fault, message: message.slice(0, 2000), messageVi: messageVi.slice(0, 2000) })),
});

const none = { covered: 0, total: 0, missing: [] };
const shown = ({ covered, total, missing }: Coverage): PackageTested['nodes'] => ({ covered, total, missing: [...missing] });

/** What is answered for content that takes too long or too much memory: the fault is the content's. */
export function exhausted(job: BenchJob): Answers[BenchJob['work']] {
  const message = 'expected content that is checked within its time and memory, but it takes more; make it smaller or simpler';
  const messageVi = 'kiểm tra nội dung này mất quá nhiều thời gian hoặc bộ nhớ: hãy làm cho nhỏ hơn, đơn giản hơn';
  if (job.work === 'examine') return tooMuch;
  if (job.work === 'replay') return notReplayed;
  if (job.work === 'in-flight') return notUsable;
  if (job.work === 'record') return { name: job.name, problems: [{ message, messageVi }], files: [] };
  if (job.work === 'try') return { usable: false, problems: [message], errors: [], warnings: [], data: {} };
  if (job.work === 'letter') return unset([message]);
  if (job.work === 'test') return { usable: true, scenarios: [{ file: 'scenarios', name: { vi: 'scenarios', en: 'scenarios' }, faults: [{ what: 'file', message, messageVi }], passed: [], came: null }], nodes: none, flows: none };
  return { findings: [{ rule: 'too-much', severity: 'error', element: 'package', message, messageVi } satisfies Finding] };
}
