import type { LocalText } from '../../engine/definition.ts';
import { adoptedFile } from '../../procedures/adopted.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';
import type { Elsewhere } from '../api/designer.ts';
import { adoptedText } from '../designer/adopt/merge.ts';
import { pack, unpack } from '../designer/archive.ts';
import { connectorStock } from '../designer/connector-stock.ts';
import { openPackage } from '../designer/draft.ts';
import { seenIn } from '../designer/keep-draft.ts';
import { most } from '../designer/incoming.ts';
import { emptyPackage } from '../designer/elsewhere.ts';
import { workbench } from '../designer/workbench.ts';
import { mustBeNew, procedureIn, takeIn } from '../designer/take-in.ts';
import { readTemplate, templates } from '../designer/templates.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { keepFiles, packageFiles } from '../library/package-files.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';

type Kept = Readonly<Record<string, PackageFile>>;

/** How packages come and go as wholes: begun from a template, copied, zipped, taken in. */
export const packageHandlers = ({ store, files, configuration }: Services) => {
  const bench = workbench();
  const examined = async (elsewhere: Elsewhere, how: { readonly unchecked?: true } = {}) => {
    const found = await bench.put({ work: 'examine', base: emptyPackage(await readTemplate('blank')), elsewhere, ...how });
    if ('refused' in found) throw new ProblemError('file-refused', { detail: found.refused });
    return found;
  };
  /** A package that is empty but for the process that was drawn elsewhere. */
  const drawn = async (elsewhere: Elsewhere): Promise<Kept> => {
    const { files: taken } = await examined(elsewhere, { unchecked: true });
    return keepFiles(files, new Map([...emptyPackage(await readTemplate('blank')), ...taken.map(({ path, text }) => [path, text] as const)]));
  };
  const template = async (id: string): Promise<Kept> => {
    const found = await readTemplate(id);
    if (found === undefined) throw notFound();
    return keepFiles(files, found);
  };
  /** What a procedure has published, with the note that it was adopted. */
  const adoptable = async (from: string): Promise<Kept> => {
    const published = await store.read((tx) => tx.procedureVersions.first({ key: from, offered: true }));
    if (published === undefined) throw notFound();
    return { ...published.files, [adoptedFile]: adoptedText({ from, version: published.hash }) };
  };
  return {
    'GET /api/designer/templates': async () => ({ templates: [...await templates()] }),

    'POST /api/designer/elsewhere/examine': ({ body }) => examined(body),

    'GET /api/designer/connectors': () => connectorStock(configuration),

    'POST /api/designer/procedures': async ({ body, actor, at }) => {
      const { key, name, from } = body;
      const source = 'elsewhere' in from ? await drawn(from.elsewhere) : 'template' in from ? await template(from.template) : 'adopt' in from ? await adoptable(from.adopt) : (await store.read((tx) => openPackage(tx, from.procedure))).files;
      const named = withName(source, key, name);
      return store.transaction(async (tx) => {
        await mustBeNew(tx, key);
        if (!(await tx.procedureDrafts.insertIfAbsent({ key, files: named, revision: 1, base: null, updatedAt: at, updatedBy: actor.account.id }))) throw new ProblemError('key-taken');
        return { key, revision: 1 };
      });
    },

    'POST /api/designer/procedures/import': async ({ query, actor, at, context }) => {
      const accepted = await unpack(await readBytes(context, most.bytes));
      return takeIn({ store, files }, accepted, { by: actor.account.id, at, replace: query.revision !== undefined, seen: seenIn(query) });
    },

    'GET /api/designer/procedures/:key/export': async ({ params, query }) => {
      const kept = await store.read(async (tx) => {
        if (query.version === undefined) return (await openPackage(tx, params.key)).files;
        const version = await tx.procedureVersions.first({ key: params.key, hash: query.version });
        if (version === undefined) throw notFound();
        return version.files;
      });
      const content = await pack(params.key, await packageFiles(files, kept));
      return { content, type: 'application/zip', length: content.length, headers: { 'Content-Disposition': disposition('attachment', `${params.key}.zip`) } };
    },
  } satisfies Partial<Handlers>;
};

/** The files under another key and name. */
function withName(content: Kept, key: string, name: LocalText): Kept {
  const file = content['procedure.json'];
  const told = file !== undefined && 'text' in file ? procedureIn(new Map([['procedure.json', file.text]])) : undefined;
  if (told === undefined) throw new ProblemError('invalid', { errors: [{ path: 'procedure.json', message: 'JSON' }] });
  return { ...content, 'procedure.json': { text: `${JSON.stringify({ ...told, key, name, shortName: name }, null, 2)}\n` } };
}
