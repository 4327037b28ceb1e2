import { Errors } from 'typebox/value';
import { freeze } from '../engine/freeze.ts';
import type { Form } from '../forms/form.ts';
import { shapeWords } from '../forms/shape-words.ts';
import { adoptionFaults } from './adopted.ts';
import { calledPackages, underKey, type Parts } from './called.ts';
import { checkedForm } from './checked-form.ts';
import type { Description } from './described/description.ts';
import { plainFaults } from './described/plain-faults.ts';
import { readDescriptions } from './described/read.ts';
import { asWrittenToday } from './earlier.ts';
import { environmentOf } from './environment.ts';
import { hasErrors, type Finding } from './finding.ts';
import { letterProblems } from './letters/check.ts';
import { LetterTemplate } from './letters/template.ts';
import type { LoadedProcedure } from './loaded.ts';
import { bytesOf, filesIn, readJson, safeText, textOf, type PackageFiles } from './package-files.ts';
import { readDecisions } from './read-decisions.ts';
import { processFileOf } from './process-path.ts';
import { readDrawn } from './read-drawn.ts';
import { rules } from './rules/index.ts';
import { readSoFar, SomeRead, untilUnread } from './rules/unread.ts';
import { packageHash } from './package-hash.ts';
import { Procedure } from './procedure.ts';
import { writtenAs } from './written-as.ts';

export type Loading = { readonly package: LoadedProcedure; readonly warnings: readonly Finding[] } | { readonly findings: readonly Finding[] };

const known = new Map<string, Extract<Loading, { package: unknown }>>();
const most = 20;

/**
 * Reads and compiles a package. Everything that keeps it from running is found at once; never throws for its content.
 * That it is also sound is another question: check.ts. The last ones that load are remembered by their content: what is published is read
 * to be checked, and once more to be followed.
 */
export async function loadPackage(files: PackageFiles): Promise<Loading> {
  const hash = await packageHash(files);
  const loading = known.get(hash) ?? (await read(files, hash));
  if ('findings' in loading) return loading;
  known.delete(hash);
  known.set(hash, loading);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return loading;
}

async function read(files: PackageFiles, hash: string): Promise<Loading> {
  const found: Finding[] = [];
  const procedure = readProcedure(files, found);
  const parts = await readParts(files, procedure === undefined ? [] : [procedure.key], found);
  const letters = readLetters(files, found);
  if (procedure) found.push(...adoptionFaults(files, procedure));
  if (!procedure || !isWhole(parts) || hasErrors(found)) return { findings: [...found, ...checkRead(files, procedure, parts, letters)] };
  const resources = new Map([...files].flatMap(([path, content]) => (path.startsWith('resources/') ? [[path.slice('resources/'.length), bytesOf(content)] as const] : [])));
  const loaded = { hash, procedure, ...parts, letters, resources, environment: environmentOf(parts.decisions) };
  return { package: Object.freeze(loaded), warnings: found };
}

const isWhole = (parts: SomeParts): parts is Parts => parts.definition !== undefined && parts.decisions !== undefined;

/** What the rules find in what could be read: whoever mends one file learns of the others too. */
function checkRead(files: PackageFiles, procedure: Procedure | undefined, { definition, forms, decisions, connectors }: SomeParts, letters: ReadonlyMap<string, LetterTemplate>): readonly Finding[] {
  const named = (folder: string) => [...filesIn(files, folder, '.json')].map(({ name }) => name);
  const resources = new Map([...files.keys()].flatMap((path) => (path.startsWith('resources/') ? [[path.slice('resources/'.length), new Uint8Array()] as const] : [])));
  const read = readSoFar<LoadedProcedure>({ procedure, definition, forms: new SomeRead(forms, named('forms')), letters: new SomeRead(letters, named('letters')), decisions, connectors: new SomeRead(connectors, named('connectors')), resources });
  const file = processFileOf(files);
  return rules.flatMap(({ name, check }) => [...untilUnread(() => check(read))].map((finding) => ({ rule: name, file, ...finding })));
}

/** The process with forms and decisions, as far as they can be read, also those of the procedures that it calls (called.ts). `callers` are the keys on the way here. */
async function readParts(files: PackageFiles, callers: readonly string[], found: Finding[]): Promise<SomeParts> {
  const called = new Map<string, Parts>();
  for (const [key, package_] of calledPackages(files)) {
    const inside: Finding[] = [];
    if (callers.includes(key)) inside.push({ rule: 'called-circle', severity: 'error', element: key, message: `expected no procedure to call itself through others, but ${[...callers, key].join(' calls ')}`, messageVi: `các thủ tục gọi nhau thành vòng: ${[...callers, key].join(' gọi ')}` });
    const parts = callers.includes(key) ? undefined : await readParts(package_, [...callers, key], inside);
    if (parts && isWhole(parts)) called.set(key, underKey(key, parts));
    found.push(...inside.map((finding) => ({ ...finding, file: `called/${key}/${finding.file ?? ''}` })));
  }
  const definition = await readDrawn(files, new Map([...called].map(([key, parts]) => [key, parts.definition])), found);
  const before = found.length;
  const [decisions, forms] = [new Map(await readDecisions(new Map([...filesIn(files, 'decisions', '.dmn')].map(({ path, name, content }) => [name, safeText(path, content, found)])), found)), new Map<string, Form>()];
  const isDecided = found.length === before;
  const connectors = new Map<string, Description>(readDescriptions(files, found));
  for (const [name, form] of readForms(files, found)) forms.set(name, form);
  for (const parts of called.values()) {
    for (const [name, form] of parts.forms) forms.set(name, form);
    for (const [name, model] of parts.decisions) decisions.set(name, model);
    for (const [name, description] of parts.connectors) connectors.set(name, description);
  }
  return { definition, forms, decisions: isDecided ? decisions : undefined, connectors };
}

interface SomeParts {
  readonly definition: Parts['definition'] | undefined;
  readonly forms: Parts['forms'];
  /** Nothing while one of the tables cannot be read. */
  readonly decisions: Parts['decisions'] | undefined;
  readonly connectors: Parts['connectors'];
}

const missing = (path: string): Finding => ({ rule: 'missing-file', severity: 'error', element: path, file: path, message: `expected a file ${path}, but the package has none`, messageVi: `gói thiếu tệp ${path}` });

function readProcedure(files: PackageFiles, found: Finding[]): Procedure | undefined {
  const path = 'procedure.json';
  const written = jsonOf(files, path, found);
  if (written === undefined) return undefined;
  const value = asWrittenToday(written);
  const faults = shapeFaults(Procedure, value, path, 'procedure-file');
  found.push(...faults);
  return faults.length > 0 ? undefined : freeze(value as Procedure);
}

function readForms(files: PackageFiles, found: Finding[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const { path, name, content } of filesIn(files, 'forms', '.json')) {
    const reading = readJson(path, content);
    if ('finding' in reading) {
      found.push(reading.finding);
      continue;
    }
    const findings = checkedForm(textOf(content), reading.value).map((finding) => ({ ...finding, file: path }));
    found.push(...findings);
    if (hasErrors(findings)) continue;
    const form = freeze(reading.value as Form);
    if (form.id !== name) found.push({ rule: 'form-id', severity: 'error', element: form.id, file: path, message: `expected the form in ${path} to have the id "${name}", but it is "${form.id}"`, messageVi: `biểu mẫu “${form.title.vi}” mang mã “${form.id}”, khác tên tệp của nó là “${name}”: hai tên phải giống nhau` });
    forms.set(name, form);
  }
  return forms;
}

function readLetters(files: PackageFiles, found: Finding[]): ReadonlyMap<string, LetterTemplate> {
  const letters = new Map<string, LetterTemplate>();
  for (const { path, name, content } of filesIn(files, 'letters', '.json')) {
    const reading = readJson(path, content);
    if ('finding' in reading) {
      found.push(reading.finding);
      continue;
    }
    const faults = shapeFaults(LetterTemplate, reading.value, path, 'letter-file');
    const problems = faults.length > 0 ? [] : letterProblems(reading.value as LetterTemplate);
    found.push(...faults, ...problems.map(({ place, message, messageVi }): Finding => ({ rule: 'letter-expression', severity: 'error', element: name, file: path, message: `${place}: ${message}`, messageVi })));
    if (faults.length === 0) letters.set(name, freeze(reading.value as LetterTemplate));
  }
  return letters;
}

function jsonOf(files: PackageFiles, path: string, found: Finding[]): unknown {
  const content = files.get(path);
  if (content === undefined) {
    found.push(missing(path));
    return undefined;
  }
  const reading = readJson(path, content);
  if ('value' in reading) return reading.value;
  found.push(reading.finding);
  return undefined;
}

const mostFaults = 20;

function shapeFaults(schema: typeof Procedure | typeof LetterTemplate, value: unknown, path: string, rule: string): Finding[] {
  return plainFaults(Errors(schema, value))
    .slice(0, mostFaults)
    .map((fault) => {
      const { vi, en } = shapeWords(fault, writtenAs);
      return { rule, severity: 'error', element: fault.instancePath || path, file: path, message: `in ${path} ${en}`, messageVi: vi };
    });
}
