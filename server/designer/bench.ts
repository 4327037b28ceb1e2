import type { TryForm, FormTried } from '../api/designer.ts';
import type { Language } from '../http/language.ts';
import type { Catalogues } from '../../forms/form.ts';
import { checkForm } from '../../forms/check.ts';
import type { Form } from '../../forms/form.ts';
import type { Finding } from '../../procedures/finding.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Static } from 'typebox';
import { judge } from '../forms/judge.ts';
import { inspectPackage, type Inspection } from '../library/inspect.ts';

/** What an author's content is put through. Each is pure work, and as long as the content makes it. */
export type BenchJob =
  | { readonly work: 'inspect'; readonly files: PackageFiles }
  | { readonly work: 'try'; readonly body: Static<typeof TryForm>; readonly at: string; readonly catalogues: Catalogues; readonly language: Language };
export type BenchAnswer<Job extends BenchJob> = Job extends { readonly work: 'inspect' } ? Inspection : FormTried;

const mostFindings = 1000;

export async function atBench(job: BenchJob): Promise<Inspection | FormTried> {
  if (job.work === 'try') return tryForm(job);
  const { findings, ...rest } = await inspectPackage(job.files);
  return { ...rest, findings: findings.slice(0, mostFindings) };
}

function tryForm({ body, at, catalogues, language }: Extract<BenchJob, { work: 'try' }>): FormTried {
  const problems = checkForm(body.form).filter(({ severity }) => severity === 'error').slice(0, mostFindings).map(({ element, message }) => `${element}: ${message}`.slice(0, 500));
  if (problems.length > 0) return { usable: false, problems, errors: [], warnings: [], data: {} };
  const { value, errors, warnings } = judge(body.form as Form, body.data, at, catalogues, language);
  return { usable: true, problems: [], errors, warnings, data: value };
}

/** What is answered for content that takes too long or too much memory: the fault is the content's. */
export function exhausted(job: BenchJob): Inspection | FormTried {
  const message = 'expected content that is checked within its time and memory, but it takes more; make it smaller or simpler';
  if (job.work === 'try') return { usable: false, problems: [message], errors: [], warnings: [], data: {} };
  return { findings: [{ rule: 'too-much', severity: 'error', element: 'package', message } satisfies Finding] };
}
