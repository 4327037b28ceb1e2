import type { PackageText } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';

interface Waiting {
  readonly path: string;
  readonly done: (answer: Promise<PackageText>) => void;
}

/** What is asked for in this turn, by package and version. */
const asked = new Map<string, Waiting[]>();

const one = (key: string, version: string | undefined, path: string): Promise<PackageText> =>
  call('GET /api/designer/procedures/:key/file', { params: { key }, query: { path, ...(version && { version }) } });

const all = async (key: string, version: string | undefined): Promise<ReadonlyMap<string, PackageText>> => {
  const { revision, files } = await call('GET /api/designer/procedures/:key/texts', { params: { key }, query: version ? { version } : {} });
  return new Map(files.map(({ path, text }) => [path, { path, text, revision }]));
};

const answer = (key: string, version: string | undefined, [first, ...others]: readonly Waiting[]): void => {
  if (first === undefined) return;
  if (others.length === 0) return first.done(one(key, version, first.path));
  const coming = all(key, version);
  for (const { path, done } of [first, ...others]) done(coming.then((texts) => texts.get(path) ?? one(key, version, path)));
};

/**
 * The text of a file as it is saved, or as a version has it. A page asks for dozens at once, each part for its own: what is asked for
 * in the same turn comes in one answer, for the server reads the whole package for each.
 */
export const fetchText = (key: string, path: string, version?: string): Promise<PackageText> =>
  new Promise((done) => {
    const at = `${key} ${version ?? ''}`;
    const waiting = asked.get(at);
    if (waiting !== undefined) return void waiting.push({ path, done });
    asked.set(at, [{ path, done }]);
    setTimeout(() => {
      const together = asked.get(at) ?? [];
      asked.delete(at);
      answer(key, version, together);
    });
  });
