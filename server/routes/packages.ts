import type { LocalText } from '../../engine/definition.ts';
import type { Json } from '../../engine/state.ts';
import { readJson, type PackageFiles } from '../../procedures/package-files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';
import { NewKey } from '../api/designer.ts';
import { most, pack, unpack } from '../designer/archive.ts';
import { draftPackage, openPackage } from '../designer/draft.ts';
import { readTemplate, templates } from '../designer/templates.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { faultsOf } from '../http/validate.ts';
import { keepFiles, packageFiles } from '../library/package-files.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';
import { namesOf } from '../views/names.ts';

type Kept = Readonly<Record<string, PackageFile>>;

/** How packages come and go as wholes: begun from a template, copied, zipped, taken in. */
export const packageHandlers = ({ store, files }: Services) => {
  const template = async (id: string): Promise<Kept> => {
    const found = await readTemplate(id);
    if (found === undefined) throw notFound();
    return keepFiles(files, found);
  };
  return {
    'GET /api/designer/templates': async () => ({ templates: await templates() }),

    'POST /api/designer/procedures': async ({ body, actor, at }) => {
      const { key, name, from } = body;
      const source = 'template' in from ? await template(from.template) : (await store.read((tx) => openPackage(tx, from.procedure))).files;
      const named = withName(source, key, name);
      return store.transaction(async (tx) => {
        await mustBeNew(tx, key);
        if (!(await tx.procedureDrafts.insertIfAbsent({ key, files: named, revision: 1, base: null, updatedAt: at, updatedBy: actor.account.id }))) throw new ProblemError('key-taken');
        return { key, revision: 1 };
      });
    },

    'POST /api/designer/procedures/import': async ({ query, actor, at, context }) => {
      const unpacked = await unpack(await readBytes(context, most.bytes));
      if ('fault' in unpacked) throw refused(unpacked.fault);
      const key = keyIn(unpacked.files);
      const content = await keepFiles(files, unpacked.files);
      return store.transaction(async (tx) => {
        if (query.revision === undefined) await mustBeNew(tx, key);
        const open = query.revision === undefined ? undefined : await openPackage(tx, key);
        if (open !== undefined && open.revision !== Number(query.revision)) throw new ProblemError('revision-conflict', { current: draftPackage(open, await namesOf(tx, [], [])) as unknown as Json });
        const revision = (open?.revision ?? 0) + 1;
        const row = { key, files: content, revision, base: open?.draft?.base ?? open?.published?.hash ?? null, updatedAt: at, updatedBy: actor.account.id };
        const kept = open?.draft === undefined ? await tx.procedureDrafts.insertIfAbsent(row) : (await tx.procedureDrafts.update({ key, revision: open.revision }, row)) === 1;
        if (!kept) throw new ProblemError('revision-conflict');
        return { key, revision };
      });
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

const refused = (detail: LocalText): ProblemError => new ProblemError('file-refused', { detail });

async function mustBeNew(tx: Transaction, key: string): Promise<void> {
  const draft = await tx.procedureDrafts.first({ key });
  const version = await tx.procedureVersions.first({ key });
  if (draft !== undefined || version !== undefined) throw new ProblemError('key-taken', { current: { key, revision: draft?.revision ?? 0 } });
}

/** The key that an archive's procedure.json gives itself. */
function keyIn(content: PackageFiles): string {
  const key = jsonOf(content.get('procedure.json'))?.['key'];
  if (typeof key === 'string' && faultsOf(NewKey, key, 'en', 'body').length === 0) return key;
  throw refused({ vi: 'procedure.json trong tệp nén không đọc được, hoặc không có mã thủ tục (key).', en: 'The procedure.json of the archive cannot be read, or names no key.' });
}

/** The files under another key and name. */
function withName(content: Kept, key: string, name: LocalText): Kept {
  const file = content['procedure.json'];
  const told = file !== undefined && 'text' in file ? jsonOf(file.text) : undefined;
  if (told === undefined) throw new ProblemError('invalid', { errors: [{ path: 'procedure.json', message: 'JSON' }] });
  return { ...content, 'procedure.json': { text: `${JSON.stringify({ ...told, key, name, shortName: name }, null, 2)}\n` } };
}

function jsonOf(content: Uint8Array | string | undefined): Readonly<Record<string, unknown>> | undefined {
  const reading = content === undefined ? undefined : readJson('procedure.json', content);
  const value = reading !== undefined && 'value' in reading ? reading.value : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}
