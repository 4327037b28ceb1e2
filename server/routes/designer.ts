import { officeDate } from '../../engine/calendar/office-day.ts';
import { connectors } from '../../procedures/connectors.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import type { VersionView } from '../api/designer.ts';
import { adoptedOf, sourceVersion } from '../designer/adopt/adoption.ts';
import { outsideFindings } from '../designer/adopt/outside.ts';
import { changedPaths, conflictsIn, differing, draftPackage, limitIn, nameIn, openPackage, versionView, versionViews, type OpenPackage } from '../designer/draft.ts';
import { findingView, notSound, withChanges } from '../designer/changed-files.ts';
import { keepDraft, mustStandAsSeen, seenIn, standing } from '../designer/keep-draft.ts';
import { letterHouse } from '../designer/letter-house.ts';
import { calendarNames, staffing, unitKinds } from '../designer/staffing.ts';
import { stepCounts } from '../designer/step-counts.ts';
import { remembered } from '../designer/remembered.ts';
import { workbench } from '../designer/workbench.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import type { Handlers } from '../http/handler.ts';
import { answered, once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { packageFiles } from '../library/package-files.ts';
import { withPublished } from '../library/called.ts';
import { callOff, laterThan } from '../library/coming.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import { unstaffed } from '../library/unstaffed.ts';
import type { Services } from '../services.ts';
import { unbegun } from '../views/failures.ts';
import { namesOf } from '../views/names.ts';

export const designerHandlers = (services: Services) => {
  const { store } = services;
  const bench = remembered(workbench());
  // A letter is seen while it is typed: it does not wait for the proof of the same keystroke.
  const press = workbench();
  /** What the package says of itself, and who is there for it now. */
  const inspect = async (files: PackageFiles, at: string) => {
    const inspection = await bench.put({ work: 'inspect', files, today: officeDate(at) });
    const { staff } = inspection;
    return staff === undefined ? inspection : { ...inspection, findings: [...inspection.findings, ...await store.read((tx) => unstaffed(tx, staff, at))] };
  };
  const contentOf = async (open: OpenPackage): Promise<PackageFiles> => packageFiles(services.files, open.files);
  const people = (tx: Transaction, { draft, published, coming }: OpenPackage) => namesOf(tx, [], [draft, published, ...coming].map((row) => (row === undefined ? null : 'updatedBy' in row ? row.updatedBy : row.publishedBy)));

  return {
    'GET /api/designer/procedures': () => store.read(async (tx) => {
      const drafts = await tx.procedureDrafts.find({}, { limit: 500 });
      const firsts = await tx.procedureVersions.find({ number: 1 }, { limit: 500 });
      const keys = [...new Set([...drafts, ...firsts].map(({ key }) => key))].toSorted();
      const [incidents, waiting] = [await openIncidents(tx), await unbegun(tx)];
      const procedures = [];
      for (const key of keys) {
        const open = await openPackage(tx, key);
        const names = await people(tx, open);
        const running = open.published === undefined ? 0 : await tx.dossiers.count({ procedureHash: open.published.hash, status: 'active' });
        procedures.push({
          key, name: nameIn(open), published: open.published === undefined ? null : versionView(open.published, running, names), coming: open.coming.map((row) => versionView(row, 0, names)),
          draft: open.draft === undefined ? null : { revision: open.draft.revision, savedAt: open.draft.updatedAt, savedBy: names.person(open.draft.updatedBy) },
          conflicts: conflictsIn(open), incidents: incidents.get(key) ?? 0, unbegun: waiting.get(key) ?? 0,
        });
      }
      return { procedures };
    }),

    'GET /api/designer/procedures/:key': ({ params, at }) => store.read(async (tx) => {
      const open = await openPackage(tx, params.key);
      const names = await people(tx, open);
      return {
        key: params.key, name: nameIn(open), draft: draftPackage(open, names), changed: changedPaths(open),
        versions: await versionViews(tx, params.key, names), roles: await staffing(tx, at), unitKinds: await unitKinds(tx, at), calendars: await calendarNames(tx), connectors: [...connectors], limit: limitIn(open, officeDate(at)),
      };
    }),

    'GET /api/designer/procedures/:key/file': ({ params, query }) => store.read(async (tx) => {
      const { files, revision } = await filesAt(tx, params.key, query.version);
      const file = Object.hasOwn(files, query.path) ? files[query.path] : undefined;
      if (file === undefined || !('text' in file)) throw notFound();
      return { path: query.path, text: file.text, revision };
    }),

    'GET /api/designer/procedures/:key/texts': ({ params, query }) => store.read(async (tx) => {
      const { files, revision } = await filesAt(tx, params.key, query.version);
      return { revision, files: Object.entries(files).flatMap(([path, file]) => ('text' in file ? [{ path, text: file.text }] : [])) };
    }),

    'PUT /api/designer/procedures/:key/draft': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const open = await openPackage(tx, params.key);
      return keepDraft(tx, open, body, { key: params.key, files: withChanges(open.files, body.files), by: actor.account.id, at });
    }),

    'GET /api/designer/procedures/:key/compare': ({ params, query }) => store.read(async (tx) => {
      const from = await versionOf(tx, query.origin ?? params.key, query.from);
      const to = query.to === undefined ? await openPackage(tx, params.key) : await versionOf(tx, params.key, query.to);
      const texts = (files: OpenPackage['files']): string[] => Object.entries(files).flatMap(([path, file]) => ('text' in file ? [path] : []));
      return { changed: differing(from.files, to.files), from: texts(from.files), to: texts(to.files) };
    }),

    'DELETE /api/designer/procedures/:key/coming/:version': ({ params, actor, at }) => store.transaction(async (tx) => {
      if (!(await callOff(services, tx, params, actor, at))) throw notFound();
    }),

    'POST /api/designer/procedures/:key/restore': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const { files } = await versionOf(tx, params.key, body.version);
      return keepDraft(tx, await openPackage(tx, params.key), body, { key: params.key, files, by: actor.account.id, at });
    }),

    'DELETE /api/designer/procedures/:key/draft': ({ params, query }) => store.transaction(async (tx) => {
      await mustStandAsSeen(tx, await openPackage(tx, params.key), seenIn(query));
      await tx.procedureDrafts.remove({ key: params.key });
    }),

    'POST /api/designer/procedures/:key/check': async ({ params, body, at }) => {
      const open = await store.read((tx) => openPackage(tx, params.key));
      const files = withChanges(open.files, body.files ?? []);
      const { findings } = await inspect(await withPublished(services, await contentOf({ ...open, files })), at);
      const adopted = adoptedOf(files);
      const source = adopted === undefined ? undefined : await store.read((tx) => sourceVersion(tx, adopted));
      return { findings: [...findings, ...(source === undefined ? [] : outsideFindings(source.files, files))].map(findingView) };
    },

    'POST /api/designer/procedures/:key/test': async ({ params, body }) => {
      const { open, calendars } = await store.read(async (tx) => ({ open: await openPackage(tx, params.key), calendars: await tx.calendars.find({}, { limit: 500 }) }));
      const files = await contentOf({ ...open, files: withChanges(open.files, body.files ?? []) });
      return bench.put({ work: 'test', files, calendars: Object.fromEntries(calendars.map(({ id, data }) => [id, data])) });
    },

    'GET /api/designer/procedures/:key/counts': ({ params, query, at }) => store.read((tx) => stepCounts(tx, params.key, query.version, at)),

    'POST /api/designer/procedures/:key/publish': async ({ params, body, actor, key, at, language }) => {
      const act = { actor: actor.account.id, key, kind: 'procedure.publish', body: { ...params, ...body }, at };
      // Publishing ends the draft, so a repeat must be known before the draft is asked for.
      const before = await store.read((tx) => answered<VersionView>(tx, act));
      if (before !== undefined) return before.answer;
      const open = await store.read((tx) => openPackage(tx, params.key));
      await store.read((tx) => mustStandAsSeen(tx, open, body));
      const from = body.from === undefined ? undefined : laterThan(at, body.from);
      const ready = await readyToPublish(services.files, await withPublished(services, await contentOf(open)), (content) => inspect(content, at));
      if ('findings' in ready) throw notSound(ready.findings, language);
      if (ready.key !== params.key) throw new ProblemError('invalid', { errors: [{ path: 'procedure.json', message: `key = "${params.key}"` }] });
      return once(store, act, async (tx) => {
        const now = await openPackage(tx, params.key);
        await mustStandAsSeen(tx, now, standing(open));
        for (const version of body.callOff ?? []) await callOff(services, tx, { key: params.key, version }, actor, at);
        const row = await publish(store, tx, ready, { account: actor.account.id, at, note: body.note ?? null, ...(from !== undefined && { from }) });
        await tx.procedureDrafts.remove({ key: params.key });
        return versionView(row, await tx.dossiers.count({ procedureHash: row.hash, status: 'active' }), await namesOf(tx, [], [actor.account.id]));
      });
    },

    'POST /api/designer/procedures/:key/letters/:letter/try': async ({ params, body, actor, at }) => {
      const { open, ...house } = await store.read(async (tx) => ({ open: await openPackage(tx, params.key), ...await letterHouse(tx, services.configuration.phone, actor, at) }));
      const files = await contentOf({ ...open, files: withChanges(open.files, body.files ?? []) });
      if (!files.has(`letters/${params.letter}.json`)) throw notFound();
      return press.put({ work: 'letter', files, letter: params.letter, scenario: body.scenario, ...house });
    },

    'POST /api/designer/forms/try': async ({ body, language, at, actor }) =>
      bench.put({ work: 'try', body, at, language, catalogues: await store.read((tx) => cataloguesFor(tx, actor, at)) }),
  } satisfies Partial<Handlers>;
};

async function versionOf(tx: Transaction, key: string, hash: string): Promise<ProcedureVersionRow> {
  const found = await tx.procedureVersions.first({ key, hash });
  if (found === undefined) throw notFound();
  return found;
}

/** The files of a version; those that are open where none is named. */
async function filesAt(tx: Transaction, key: string, version: string | undefined): Promise<{ readonly files: OpenPackage['files']; readonly revision: number }> {
  return version === undefined ? openPackage(tx, key) : { files: (await versionOf(tx, key, version)).files, revision: 0 };
}

/** How many open incidents the dossiers of each procedure have. */
async function openIncidents(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const open = await tx.incidents.find({ resolvedAt: null }, { limit: 1000 });
  const dossiers = new Map((await tx.dossiers.find({ id: { in: [...new Set(open.map(({ dossierId }) => dossierId))] } })).map(({ id, procedureKey }) => [id, procedureKey]));
  const counts = new Map<string, number>();
  for (const { dossierId } of open) {
    const key = dossiers.get(dossierId) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
