import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { fileTitle } from '../package/file-title.ts';
import { useText } from '../words.ts';
import type { Change } from './causes.ts';
import { basisOf } from './basis.ts';
import { saidOf } from './change-words.ts';
import { processChanges, type ProcessChange } from './process-diff.ts';
import { readDefinition } from './read-definition.ts';
import { textOf } from './text-of.ts';
import { calledIn, isNaming, readKnown } from './told/called.ts';

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

/** What the draft changes against the version that it goes on from, file by file, in sentences. */
export const useChanges = (opened: DesignerPackage) => useDifference(opened, basisOf(opened.versions)?.hash, undefined, opened.changed);

type Opened = Pick<DesignerPackage, 'key' | 'draft' | 'roles' | 'unitKinds'>;

/** The text of a file; that of a version, which never changes, is fetched once. */
const fetchText = async (client: QueryClient, key: string, path: string, version: string | undefined): Promise<string | undefined> =>
  (version === undefined ? textOf(key, path) : ((await client.fetchQuery({ queryKey: ['designer version text', key, path, version], queryFn: async () => (await textOf(key, path, version)) ?? null, staleTime: Infinity })) ?? undefined));

/** A process as `useLetterNames` reads it too: read once for every text. */
const fetchDefinition = async (client: QueryClient, path: string, source: string) =>
  (await client.fetchQuery({ queryKey: ['definition', path, source], queryFn: async () => (await readDefinition(path, source, { sketch: true })) ?? null, staleTime: Infinity })) ?? undefined;

const isProcess = (path: string): boolean => path === bpmnFile || path === statechartFile;

/** What is different from one version to another, or to the saved draft: of files that are known to differ, or of all that do. `origin` is the procedure of the first version, where it is another. */
export const useDifference = (opened: Opened, from: string | undefined, to: string | undefined, known?: readonly string[], origin = opened.key) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const compare = async (paths: readonly string[]): Promise<FileChange[]> => {
    const changed = new Set(paths);
    // what others are told by is read of files that did not change, too
    const named = paths.length === 0 ? [] : opened.draft.files.map(({ path }) => path).filter((path) => isNaming(path) && !changed.has(path));
    const [texts, shared] = await Promise.all([
      Promise.all(paths.map(async (path) => ({ path, before: from === undefined ? undefined : await fetchText(client, origin, path, from), after: await fetchText(client, opened.key, path, to) }))),
      Promise.all(named.map(async (path) => ({ path, text: await fetchText(client, opened.key, path, to) }))),
    ]);
    const textsOf = (side: 'before' | 'after') => new Map([...shared, ...texts.map((one) => ({ path: one.path, text: one[side] }))].flatMap(({ path, text: written }) => (written !== undefined && isNaming(path) ? [[path, written] as const] : [])));
    const definitionOf = (path: string, source: string) => fetchDefinition(client, path, source);
    const [old, next] = await Promise.all([readKnown(textsOf('before'), { text, language }, definitionOf), readKnown(textsOf('after'), { text, language }, definitionOf)]);
    const called = calledIn(old, next, opened, { text, language });
    return Promise.all(texts.map(async ({ path, before, after }): Promise<FileChange> => {
      const changes = isProcess(path) && before !== undefined && after !== undefined && old.definition && next.definition ? processChanges(old.definition, next.definition, language) : undefined;
      const said = await saidOf(path, before, after, called, changes);
      return {
        path, title: fileTitle(path, after ?? before ?? '', text, language), said: said.map((one) => ({ path, ...one })),
        ...(changes && changes.length > 0 && { drawn: { before: before!, after: after!, changes } }), ...(before === after ? {} : before === undefined ? { whole: 'added' } : after === undefined ? { whole: 'removed' } : {}),
      };
    }));
  };
  return useQuery({
    queryKey: ['designer changes', opened.key, opened.draft.revision, from, to, language, origin],
    queryFn: async () => compare(known ?? (await call('GET /api/designer/procedures/:key/compare', { params: { key: opened.key }, query: { from: from ?? '', ...(to !== undefined && { to }) } })).changed),
  });
};
