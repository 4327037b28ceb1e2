import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Compared, DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { basisOf } from './basis.ts';
import { readDefinition } from './read-definition.ts';
import { textOf } from './text-of.ts';
import { differences, isTelling, type FileChange, type ReadProcess, type Texts } from './differences.ts';

/** What the draft changes against the version that it goes on from, file by file, in sentences. */
export const useChanges = (opened: DesignerPackage) => useDifference(opened, basisOf(opened.versions)?.hash, undefined, opened.changed);

type Opened = Pick<DesignerPackage, 'key' | 'draft' | 'roles' | 'unitKinds' | 'calendars'>;

/** The text of a file; that of a version, which never changes, is fetched once. */
const fetchText = async (client: QueryClient, key: string, path: string, version: string | undefined): Promise<string | undefined> =>
  (version === undefined ? textOf(key, path) : ((await client.fetchQuery({ queryKey: ['designer version text', key, path, version], queryFn: async () => (await textOf(key, path, version)) ?? null, staleTime: Infinity })) ?? undefined));

/** A process as `useLetterNames` reads it too: read once for every text. */
const fetchDefinition = async (client: QueryClient, path: string, source: string) =>
  (await client.fetchQuery({ queryKey: ['definition', path, source], queryFn: async () => (await readDefinition(path, source, { sketch: true })) ?? null, staleTime: Infinity })) ?? undefined;

/** What is different from one version to another, or to the saved draft: of files that are known to differ, or of all that do. `origin` is the procedure of the first version, where it is another. */
export const useDifference = (opened: Opened, from: string | undefined, to: string | undefined, known?: readonly string[], origin = opened.key) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const { key, draft } = opened;
  const compared = async (version: string): Promise<Compared> =>
    call('GET /api/designer/procedures/:key/compare', { params: { key }, query: { from: version, ...(to !== undefined && { to }), ...(origin !== key && { origin }) } });
  const compare = async (): Promise<readonly FileChange[]> => {
    if (known?.length === 0) return [];
    const sides = from === undefined ? { changed: [], from: [], to: draft.files.flatMap(({ path, text: isText }) => (isText ? [path] : [])) } : await compared(from);
    const paths = known ?? sides.changed;
    const changed = new Set(paths);
    // only what a state has is asked for; what others are told by, of files that did not change, too
    const fetched = async (of: string, version: string | undefined, there: readonly string[]): Promise<Texts> =>
      new Map((await Promise.all(there.filter((path) => changed.has(path)).map(async (path) => [path, await fetchText(client, of, path, version)] as const))).flatMap(([path, source]) => (source === undefined ? [] : [[path, source]])));
    const shared = Promise.all(sides.to.filter((path) => isTelling(path) && !changed.has(path)).map(async (path) => [path, (await fetchText(client, key, path, to)) ?? ''] as const));
    const [before, after, both] = await Promise.all([fetched(origin, from, sides.from), fetched(key, to, sides.to), shared]);
    const definitionOf: ReadProcess = (path, source) => fetchDefinition(client, path, source);
    return differences(paths, new Map([...both, ...before]), new Map([...both, ...after]), opened, { text, language }, definitionOf);
  };
  // revisions begin anew with the draft after a published one: when it was saved tells them apart
  return useQuery({ queryKey: ['designer changes', key, draft.revision, draft.savedAt, from, to, language, origin], queryFn: compare });
};
