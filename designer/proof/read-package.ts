import type { Form } from '../../forms/form.ts';
import { environmentOf } from '../../procedures/environment.ts';
import { hasErrors, type Finding } from '../../procedures/finding.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { LetterTemplate } from '../../procedures/letters/template.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { filesIn, readJson, textOf } from '../../procedures/package-files.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { readDecisions } from '../../procedures/read-decisions.ts';
import { statechartFile } from '../../procedures/process-path.ts';
import { readDrawn } from '../../procedures/read-drawn.ts';
import { remembered } from './remembered.ts';

/** Texts of the package by path; what is not text stands there empty. */
export type Texts = Readonly<Record<string, string>>;

/** What readPackage reads; of other files it only asks whether they are there. */
export const isRead = (path: string): boolean => /\.(bpmn|dmn|statechart\.json)$|^procedure\.json$|^(forms|letters|connectors)\/[^/]+\.json$/.test(path);

type Reading = { readonly package: LoadedProcedure; readonly warnings: readonly Finding[] } | { readonly findings: readonly Finding[] };

interface Collected<T> { readonly value: T; readonly found: readonly Finding[] }

const collecting = async <T>(read: (found: Finding[]) => Promise<T>): Promise<Collected<T>> => {
  const found: Finding[] = [];
  return { value: await read(found), found };
};

// Most changes touch one file: the drawing and the tables are read anew only when it is theirs.
const drawing = remembered<Promise<Collected<Awaited<ReturnType<typeof readDrawn>>>>>();
const deciding = remembered<Promise<Collected<Awaited<ReturnType<typeof readDecisions>>>>>();
const isDrawn = (path: string): boolean => path.endsWith('.bpmn') || path === statechartFile;
const isTable = (path: string): boolean => path.endsWith('.dmn');
const keyOf = (texts: Texts, is: (path: string) => boolean): string => JSON.stringify(Object.entries(texts).filter(([path]) => is(path)));

/** A package as the server loads it (procedures/load.ts), but for the shape of its JSON files: their schemas would be compiled, which no page of ours may do. Throws where that shape is needed and not there. */
export async function readPackage(texts: Texts): Promise<Reading> {
  const files = new Map(Object.entries(texts));
  const jsonOf = <T>(path: string, content: Uint8Array | string): T => {
    const reading = readJson(path, content);
    if ('finding' in reading) throw new Error(reading.finding.message);
    return reading.value as T;
  };
  const named = <T>(folder: string) => new Map([...filesIn(files, folder, '.json')].map(({ path, name, content }) => [name, jsonOf<T>(path, content)]));
  const drawn = await drawing(keyOf(texts, isDrawn), async () => collecting((problems) => readDrawn(files, new Map(), problems)));
  const tables = await deciding(keyOf(texts, isTable), async () =>
    collecting((problems) => readDecisions(new Map([...filesIn(files, 'decisions', '.dmn')].map(({ name, content }) => [name, textOf(content)])), problems)));
  const found = [...drawn.found, ...tables.found];
  const [definition, decisions] = [drawn.value, tables.value];
  if (!definition || hasErrors(found)) return { findings: found };
  const procedure = jsonOf<Procedure>('procedure.json', texts['procedure.json'] ?? '');
  const resources = new Map(Object.keys(texts).flatMap((path) => (path.startsWith('resources/') ? [[path.slice('resources/'.length), new Uint8Array()] as const] : [])));
  return { warnings: found, package: { hash: '', procedure, definition, decisions, forms: named<Form>('forms'), letters: named<LetterTemplate>('letters'), connectors: named<Description>('connectors'), resources, environment: environmentOf(decisions) } };
}
