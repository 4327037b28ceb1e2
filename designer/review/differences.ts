import type { Definition } from '../../engine/definition.ts';
import { calledPackages } from '../../procedures/called.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { pick } from '../../ui/language.ts';
import { fileTitle } from '../package/file-title.ts';
import { namedIn } from '../package/named-in.ts';
import type { Change } from './causes.ts';
import { saidOf } from './change-words.ts';
import { processChanges, type ProcessChange } from './process-diff.ts';
import { calledIn, isBeside, isNaming, readKnown, type Around } from './told/called.ts';
import type { Telling } from './told/shape.ts';

export interface FileChange {
  readonly path: string;
  /** What the file is, by what people call it. */
  readonly title: string;
  readonly said: readonly Change[];
  /** Of a drawing: both states, and what is different where. */
  readonly drawn?: { readonly before: string; readonly after: string; readonly changes: readonly ProcessChange[] };
  /** The file is new, or there no more. */
  readonly whole?: 'added' | 'removed';
}

/** Texts of a package by path: of files that differ, and of those by which others are told (`isTelling`). */
export type Texts = ReadonlyMap<string, string>;
/** Reads a process whose details may still be open. */
export type ReadProcess = (path: string, text: string) => Promise<Definition | undefined>;

const inCalled = /^called\/([^/]+)\/(.+)$/;
const isProcess = (path: string): boolean => path === bpmnFile || path === statechartFile || isBeside(path);

/** Whether other files are told by the names of this one: of the package itself, or of a procedure that it calls. */
export const isTelling = (path: string): boolean => isNaming(inCalled.exec(path)?.[2] ?? path);

/** What is different in the files at `paths`, file by file, in sentences. What belongs to a called procedure is told by the names of that procedure. */
export async function differences(paths: readonly string[], before: Texts, after: Texts, around: Around, telling: Telling, definitionOf: ReadProcess): Promise<readonly FileChange[]> {
  const { text, language } = telling;
  const naming = (texts: Texts): Texts => new Map([...texts].filter(([path]) => isNaming(path)));
  const [old, next] = await Promise.all([before, after].map((texts) => readKnown(naming(texts), telling, definitionOf)));
  const called = calledIn(old!, next!, around, telling);
  const own = await Promise.all(paths.filter((path) => !inCalled.test(path)).map(async (path): Promise<FileChange> => {
    const [was, is] = [before.get(path), after.get(path)];
    const [from, to] = isProcess(path) && was !== undefined && is !== undefined ? await Promise.all([definitionOf(path, was), definitionOf(path, is)]) : [];
    const changes = from && to && processChanges(from, to, language);
    return {
      path, title: fileTitle(path, is ?? was ?? '', text, language), said: saidOf(path, was, is, called, changes).map((one) => ({ path, ...one })),
      ...(changes && changes.length > 0 && { drawn: { before: was!, after: is!, changes } }), ...(was === is ? {} : was === undefined ? { whole: 'added' as const } : is === undefined ? { whole: 'removed' as const } : {}),
    };
  }));
  const keys = [...new Set(paths.flatMap((path) => inCalled.exec(path)?.[1] ?? []))];
  const [were, are] = [calledPackages(before), calledPackages(after)];
  const taken = await Promise.all(keys.map(async (key) => {
    const [was, is] = [were, are].map((packages): Texts => packages.get(key) ?? new Map());
    const named = namedIn(is!.get('procedure.json') ?? was!.get('procedure.json') ?? '');
    const name = named ? pick(named, language) : key;
    const within = await differences(paths.flatMap((path) => ((found) => (found?.[1] === key ? [found[2]!] : []))(inCalled.exec(path))), was!, is!, around, telling, definitionOf);
    return within.map((one): FileChange => ({ ...one, path: `called/${key}/${one.path}`, title: text('titleWithinCalled', { name, file: one.title }), said: one.said.map((change) => ({ path: `called/${key}/${change.path}`, text: change.text })) }));
  }));
  return [...own, ...taken.flat()];
}
