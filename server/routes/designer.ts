import { connectors } from '../../procedures/connectors.ts';
import type { Finding as Found } from '../../procedures/finding.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Json } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';
import type { Finding, VersionView } from '../api/designer.ts';
import { changedPaths, draftPackage, nameIn, openPackage, versionView, versionViews, type OpenPackage } from '../designer/draft.ts';
import { staffing } from '../designer/staffing.ts';
import { stepCounts } from '../designer/step-counts.ts';
import { workbench } from '../designer/workbench.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import type { Handlers } from '../http/handler.ts';
import { answered, once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { packageFiles } from '../library/package-files.ts';
import { withPublished } from '../library/called.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import { unstaffed } from '../library/unstaffed.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';

const mostBytes = 10_000_000;

export const designerHandlers = (services: Services) => {
  const { store } = services;
  const bench = workbench();
  const inspect = (files: PackageFiles) => bench.put({ work: 'inspect', files });
  const contentOf = async (open: OpenPackage): Promise<PackageFiles> => packageFiles(services.files, open.files);
  const people = (tx: Transaction, { draft, published }: OpenPackage) => namesOf(tx, [], [draft?.updatedBy ?? null, published?.publishedBy ?? null]);

  return {
    'GET /api/designer/procedures': () => store.read(async (tx) => {
      const drafts = await tx.procedureDrafts.find({}, { limit: 500 });
      const offered = await tx.procedureVersions.find({ offered: true }, { limit: 500 });
      const keys = [...new Set([...drafts, ...offered].map(({ key }) => key))].toSorted();
      const procedures = [];
      for (const key of keys) {
        const open = await openPackage(tx, key);
        const names = await people(tx, open);
        const running = open.published === undefined ? 0 : await tx.dossiers.count({ procedureHash: open.published.hash, status: 'active' });
        procedures.push({
          key, name: nameIn(open), published: open.published === undefined ? null : versionView(open.published, running, names),
          draft: open.draft === undefined ? null : { revision: open.draft.revision, savedAt: open.draft.updatedAt, savedBy: names.person(open.draft.updatedBy) },
        });
      }
      return { procedures };
    }),

    'GET /api/designer/procedures/:key': ({ params, at }) => store.read(async (tx) => {
      const open = await openPackage(tx, params.key);
      const names = await people(tx, open);
      return {
        key: params.key, name: nameIn(open), draft: draftPackage(open, names), changed: changedPaths(open),
        versions: await versionViews(tx, params.key, names), roles: await staffing(tx, at), connectors: [...connectors],
      };
    }),

    'GET /api/designer/procedures/:key/file': ({ params, query }) => store.read(async (tx) => {
      const open = await openPackage(tx, params.key);
      const files = query.version === undefined ? open.files : (await tx.procedureVersions.first({ key: params.key, hash: query.version }))?.files;
      const file = files !== undefined && Object.hasOwn(files, query.path) ? files[query.path] : undefined;
      if (file === undefined || !('text' in file)) throw notFound();
      return { path: query.path, text: file.text, revision: query.version === undefined ? open.revision : 0 };
    }),

    'PUT /api/designer/procedures/:key/draft': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const open = await openPackage(tx, params.key);
      if (open.revision !== body.revision) throw new ProblemError('revision-conflict', { current: draftPackage(open, await people(tx, open)) as unknown as Json });
      const files = withChanges(open.files, body.files);
      const revision = open.revision + 1;
      const row = { key: params.key, files, revision, base: open.draft?.base ?? open.published?.hash ?? null, updatedAt: at, updatedBy: actor.account.id };
      const saved = open.draft === undefined ? await tx.procedureDrafts.insertIfAbsent(row) : (await tx.procedureDrafts.update({ key: params.key, revision: body.revision }, row)) === 1;
      if (!saved) throw new ProblemError('revision-conflict');
      return { revision, savedAt: at };
    }),

    'DELETE /api/designer/procedures/:key/draft': ({ params }) => store.transaction(async (tx) => {
      await openPackage(tx, params.key);
      await tx.procedureDrafts.remove({ key: params.key });
    }),

    'POST /api/designer/procedures/:key/check': async ({ params, body, at }) => {
      const open = await store.read((tx) => openPackage(tx, params.key));
      const files = withChanges(open.files, body.files ?? []);
      const { findings, performers = [] } = await inspect(await withPublished(services, await contentOf({ ...open, files })));
      return { findings: [...findings, ...await store.read((tx) => unstaffed(tx, performers, at))].map(findingView) };
    },

    'POST /api/designer/procedures/:key/test': async ({ params, body }) => {
      const { open, calendars } = await store.read(async (tx) => ({ open: await openPackage(tx, params.key), calendars: await tx.calendars.find({}, { limit: 500 }) }));
      const files = await contentOf({ ...open, files: withChanges(open.files, body.files ?? []) });
      return bench.put({ work: 'test', files, calendars: Object.fromEntries(calendars.map(({ id, data }) => [id, data])) });
    },

    'GET /api/designer/procedures/:key/counts': ({ params, query, at }) => store.read((tx) => stepCounts(tx, params.key, query.version, at)),

    'POST /api/designer/procedures/:key/publish': async ({ params, body, actor, key, at }) => {
      const act = { actor: actor.account.id, key, kind: 'procedure.publish', body: { ...params, ...body }, at };
      // Publishing ends the draft, so a repeat must be known before the draft is asked for.
      const before = await store.read((tx) => answered<VersionView>(tx, act));
      if (before !== undefined) return before.answer;
      const open = await store.read((tx) => openPackage(tx, params.key));
      if (open.revision !== body.revision) throw new ProblemError('revision-conflict');
      const ready = await readyToPublish(services.files, await withPublished(services, await contentOf(open)), inspect);
      if ('findings' in ready) throw new ProblemError('not-sound', { current: ready.findings.map(findingView) as unknown as Json, errors: ready.findings.filter(({ severity }) => severity === 'error').slice(0, 50).map(({ element, message }) => ({ path: element, message })) });
      if (ready.key !== params.key) throw new ProblemError('invalid', { errors: [{ path: 'procedure.json', message: `key = "${params.key}"` }] });
      return once(store, act, async (tx) => {
        const now = await openPackage(tx, params.key);
        if (now.revision !== body.revision) throw new ProblemError('revision-conflict');
        const row = await publish(tx, ready, { account: actor.account.id, at, note: body.note ?? null });
        await tx.procedureDrafts.remove({ key: params.key });
        return versionView(row, await tx.dossiers.count({ procedureHash: row.hash, status: 'active' }), await namesOf(tx, [], [actor.account.id]));
      });
    },

    'POST /api/designer/forms/try': async ({ body, language, at, actor }) =>
      bench.put({ work: 'try', body, at, language, catalogues: await store.read((tx) => cataloguesFor(tx, actor, at)) }),
  } satisfies Partial<Handlers>;
};

function withChanges(files: OpenPackage['files'], changes: readonly { readonly path: string; readonly text: string | null }[]): Record<string, PackageFile> {
  const result = new Map(Object.entries(files));
  for (const { path, text } of changes) {
    if (text === null) result.delete(path);
    else result.set(path, { text });
  }
  const size = [...result.values()].reduce((sum, file) => sum + ('text' in file ? Buffer.byteLength(file.text) : 0), 0);
  if (result.size > 300 || size > mostBytes) throw new ProblemError('too-large');
  return Object.fromEntries(result);
}

const findingView = ({ rule, severity, element, message, messageVi, file, counterexample }: Found): Finding => ({
  rule, severity, element: element.slice(0, 500) || '-', message: message.slice(0, 500) || '-', ...(messageVi === undefined ? {} : { messageVi: messageVi.slice(0, 500) }), ...(file === undefined ? {} : { file }), ...(counterexample === undefined ? {} : { counterexample: [...counterexample] }),
});
