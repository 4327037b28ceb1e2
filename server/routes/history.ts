import type { Event } from '../../engine/event.ts';
import { retell } from '../../procedures/record-journal.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Sentence } from '../../procedures/scenario-fault.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import { mayCall } from '../access/actor.ts';
import { readableAmong } from '../access/scope.ts';
import { calendarIn, openPackage, type OpenPackage } from '../designer/draft.ts';
import { withChanges } from '../designer/changed-files.ts';
import { historyOf } from '../designer/history.ts';
import type { InFlightJob } from '../designer/in-flight.ts';
import { livedOf } from '../designer/lived.ts';
import type { ReplayJob } from '../designer/replay.ts';
import { workbench } from '../designer/workbench.ts';
import type { ReplayAsked, Replayed } from '../api/history.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { withPublished } from '../library/called.ts';
import { packageFiles } from '../library/package-files.ts';
import type { Services } from '../services.ts';

/** What real dossiers did, and what they would have done. Nothing of whom they are about is shown. */
export const historyHandlers = (services: Services) => {
  const { store, files } = services;
  const bench = workbench(30_000);
  return {
    'GET /api/designer/procedures/:key/history': ({ params, query, at }) => store.read(async (tx) => {
      const calendar = query.calendar ?? calendarIn(await openPackage(tx, params.key));
      return historyOf(store, tx, { key: params.key, days: Number(query.days ?? '90'), at, calendar, ...(query.version !== undefined && { version: query.version }), ...(query.unit !== undefined && { unit: query.unit }) });
    }),

    'POST /api/designer/procedures/:key/replay': async ({ params, body, at }) => {
      const found = await store.read(async (tx) => {
        const open = await openPackage(tx, params.key);
        const rows = await tx.dossiers.find({ procedureKey: params.key }, { order: [['submittedAt', 'desc']], limit: body.last });
        // where two versions are compared, the dossiers’ own say nothing
        const versions = body.against ? [] : await tx.procedureVersions.find({ key: params.key, hash: { in: [...new Set(rows.map(({ procedureHash }) => procedureHash))] } });
        const told = [];
        for (const row of rows) told.push({ row, told: await toldOf(tx, row, at) });
        return { told, versions, asked: await sideOf(tx, open, body.version ?? 'edited', body.files), against: body.against && (await sideOf(tx, open, body.against, body.files)), calendars: await tx.calendars.find({}, { limit: 500 }) };
      });
      const dossiers: ReplayJob['dossiers'][number][] = [];
      const skipped: Replayed['skipped'][number][] = [];
      for (const { row, told } of found.told) {
        if ('messageVi' in told) skipped.push({ code: row.code, reason: told });
        else dossiers.push({ code: row.code, hash: row.procedureHash, told });
      }
      const versions: Record<string, ReplayJob['files']> = {};
      for (const version of found.versions) versions[version.hash] = await packageFiles(files, version.files);
      const read = async ({ kept, isEdited }: Side): Promise<PackageFiles> => {
        const content = await packageFiles(files, kept);
        // a published version has what it calls with it
        return isEdited ? withPublished(services, content) : content;
      };
      const replayed = await bench.put({ work: 'replay', files: await read(found.asked), ...(found.against && { against: await read(found.against) }), versions, dossiers, calendars: Object.fromEntries(found.calendars.map(({ id, data }) => [id, data])) });
      return { ...replayed, skipped: [...skipped, ...replayed.skipped] };
    },

    'POST /api/designer/procedures/:key/in-flight': async ({ params, body, actor, at, language }) => {
      const { open, rows, flown, content, running, numbers } = await store.read(async (tx) => {
        const live = { procedureKey: params.key, status: 'active' } as const;
        const newest = await tx.dossiers.find(live, { order: [['submittedAt', 'desc'], ['id', 'asc']], limit: mostInFlight });
        const tasks = Map.groupBy(await tx.tasks.find({ dossierId: { in: newest.map(({ id }) => id) }, status: { in: ['open', 'completed'] } }), ({ dossierId }) => dossierId);
        const versions = await tx.procedureVersions.find({ key: params.key, hash: { in: [...new Set(newest.map(({ procedureHash }) => procedureHash))] } });
        return {
          open: await openPackage(tx, params.key), rows: newest, running: await tx.dossiers.count(live), content: versions, numbers: new Map(versions.map(({ hash, number }) => [hash, number])),
          // What else a row holds is nobody's business on the bench.
          flown: newest.map(({ id, procedureHash, progress, data, clock, submittedAt, channel }) => ({
            hash: procedureHash, flown: { dossier: { progress, data, clock, submittedAt, channel }, tasks: (tasks.get(id) ?? []).map(({ node, name, status, claimedBy }) => ({ node, name, status, claimedBy })) },
          })),
        };
      });
      const versions: Record<string, InFlightJob['files']> = {};
      for (const version of content) {
        // One that is damaged holds up its own dossiers only.
        const read = await packageFiles(files, version.files).catch(() => undefined);
        if (read !== undefined) versions[version.hash] = read;
      }
      const draft = await withPublished(services, await packageFiles(files, open.files));
      const { groups, ...found } = await bench.put({ work: 'in-flight', files: draft, versions, mapping: body.mapping, at, language, dossiers: flown });
      const shown = groups.slice(0, mostGroups).map(({ members, hash, ...group }) => ({ ...group, version: numbers.get(hash) ?? 0, members: members.slice(0, mostShown).map((index) => rows[index]!) }));
      const readable = await store.read((tx) => readableAmong(tx, actor, shown.flatMap(({ members }) => members.map(({ id }) => id))));
      const other = mayCall('admin', actor) ? 'process' as const : null;
      return {
        ...found, revision: open.revision, running, looked: rows.length,
        groups: shown.map(({ members, ...group }) => ({ ...group, dossiers: members.map(({ id, code }) => ({ id, code, page: readable.has(id) ? 'dossier' as const : other })) })),
      };
    },
  } satisfies Partial<Handlers>;
};

/** How many live dossiers are looked at, how many groups of them are told, and how many of each by name. */
const mostInFlight = 1000;
const mostGroups = 200;
const mostShown = 20;

interface Side { readonly kept: OpenPackage['files']; readonly isEdited: boolean }

/** What is edited, with what is not yet saved of it, or a published version. Throws not-found. */
async function sideOf(tx: Transaction, open: OpenPackage, choice: string, changes: ReplayAsked['files']): Promise<Side> {
  if (choice === 'edited') return { kept: withChanges(open.files, changes ?? []), isEdited: true };
  const version = await tx.procedureVersions.first({ key: open.key, hash: choice });
  if (version === undefined) throw notFound();
  return { kept: version.files, isEdited: false };
}

/** A dossier's journal as deeds; a sentence when it cannot be told so. */
async function toldOf(tx: Transaction, row: DossierRow, at: string): Promise<ReturnType<typeof retell> | Sentence> {
  const entries = livedOf(await tx.journalPayloads.find({ dossierId: row.id }, { order: [['seq', 'asc']] }));
  if (!entries.some(({ events }: { readonly events: readonly Event[] }) => events.some(({ type }) => type === 'start'))) return { message: 'expected its record to be there, but it was erased', messageVi: 'diễn biến của hồ sơ đã bị xóa' };
  const told = retell(entries, row.endedAt ?? at);
  return told.problems[0] ?? told;
}
