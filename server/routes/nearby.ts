import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { isFiled } from '../library/package.ts';
import { openAround, openSpot } from '../nearby/open-around.ts';
import { reportsOf } from '../nearby/reports.ts';
import { spotOf } from '../nearby/spot-of.ts';
import { answerGiven, picturesShown } from '../nearby/told.ts';
import { cleanCopy } from '../pictures/clean-copy.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';
import { draftContent } from '../views/draft-view.ts';
import { packOf } from '../views/folder.ts';

const most = { shown: 10, followed: 100 };
const tooMany = { vi: `Bạn theo dõi được nhiều nhất ${most.followed} việc. Hãy bỏ bớt trước.`, en: `At most ${most.followed} matters can be followed. Please give one up first.` };
const own = { vi: 'Đây là phản ánh của chính bạn; bạn nhận tin của nó trong Hồ sơ của tôi.', en: 'This is your own report; its news are in My dossiers.' };

/** What others have open around a place, and whoever follows it instead of applying for the same. */
export const nearbyHandlers = (services: Services) => {
  const { store, files, library } = services;

  return {
    'GET /api/drafts/:id/nearby': ({ params, actor, at }) => store.read(async (tx) => {
      const draft = await tx.drafts.first({ id: params.id, accountId: actor.account.id, dossierId: null });
      const pack = draft && (await library.current(tx, draft.procedureKey));
      if (draft === undefined || pack === undefined || !isFiled(pack)) throw notFound();
      const within = pack.procedure.similar?.within ?? 0;
      const spot = within === 0 ? undefined : await spotOf(tx, pack, draftContent(draft).application, at);
      if (spot === undefined) return { at, within, unplaced: true, reports: [] };
      const near = (await openAround(tx, { procedureKey: draft.procedureKey, ...spot }, within)).slice(0, most.shown);
      const followed = new Set((await tx.followers.find({ accountId: actor.account.id, spotId: { in: near.map(({ spot: { id } }) => id) } })).map(({ spotId }) => spotId));
      const reports = await reportsOf(tx, services, near, at);
      return {
        at, within, unplaced: false,
        reports: reports.map(({ report }, index) => ({ ...report, metres: near[index]!.metres, following: followed.has(report.id), mine: near[index]!.dossier.applicantAccount === actor.account.id })),
      };
    }),

    // Only copies leave by this way, and only of pictures that the procedure shows.
    'GET /api/nearby/:id/pictures/:picture': async ({ params, actor, context, at }) => {
      const file = await store.read(async (tx) => {
        const spot = await tx.spots.first({ id: params.id });
        const follows = spot && (await tx.followers.first({ spotId: spot.id, accountId: actor.account.id })) !== undefined;
        const dossier = spot && (follows ? await tx.dossiers.first({ id: spot.dossierId }) : await openSpot(tx, spot));
        if (dossier === undefined) throw notFound();
        const pack = await packOf(tx, services, dossier);
        const shown = [...picturesShown(pack, dossier, at), ...(follows ? answerGiven(pack, dossier, at)?.pictures ?? [] : [])];
        const row = shown.some(({ file: id }) => id === params.picture) ? await tx.files.first({ id: params.picture, dossierId: dossier.id }) : undefined;
        if (row === undefined) throw notFound();
        return row;
      });
      const content = await cleanCopy(files, file);
      setPolicy(context, 'shown');
      // Its name may say who took it, and of whom.
      return { content, type: file.type, length: content.length, headers: { 'Content-Disposition': disposition('inline', `anh.${file.type.split('/')[1]}`), 'Cache-Control': 'private, no-store' } };
    },

    'POST /api/nearby/:id/follow': ({ params, actor, key, at }) => once(store, { actor: actor.account.id, key, kind: 'nearby.follow', body: params, at }, async (tx) => {
      const spot = await tx.spots.first({ id: params.id });
      const dossier = spot && (await openSpot(tx, spot));
      if (dossier === undefined) throw notFound();
      if (dossier.applicantAccount === actor.account.id) throw new ProblemError('rejected', { detail: own });
      if ((await tx.followers.count({ accountId: actor.account.id })) >= most.followed) throw new ProblemError('rejected', { detail: tooMany });
      await tx.followers.insertIfAbsent({ spotId: params.id, accountId: actor.account.id, at, seenState: dossier.state });
      return { id: params.id, followers: await tx.followers.count({ spotId: params.id }) };
    }),

    'DELETE /api/nearby/:id/follow': ({ params, actor }) => store.transaction(async (tx) => {
      if ((await tx.followers.remove({ spotId: params.id, accountId: actor.account.id })) === 0) throw notFound();
    }),

    'GET /api/follows': ({ actor, at }) => store.read(async (tx) => {
      const rows = await tx.followers.find({ accountId: actor.account.id }, { order: [['at', 'desc'], ['spotId', 'asc']], limit: most.followed });
      const spots = new Map((await tx.spots.find({ id: { in: rows.map(({ spotId }) => spotId) } })).map((spot) => [spot.id, spot]));
      const dossiers = new Map((await tx.dossiers.find({ id: { in: [...spots.values()].map(({ dossierId }) => dossierId) } })).map((dossier) => [dossier.id, dossier]));
      const placed = rows.flatMap((row) => {
        const spot = spots.get(row.spotId);
        const dossier = spot && dossiers.get(spot.dossierId);
        return spot === undefined || dossier === undefined ? [] : [{ row, spot, dossier }];
      });
      const follows = (await reportsOf(tx, services, placed, at)).map(({ report, answer }, index) => ({ ...report, answer, since: placed[index]!.row.at, unread: placed[index]!.row.seenState !== report.state }));
      return { at, follows, unread: follows.filter(({ unread }) => unread).length };
    }),

    // The states that were shown: what has changed since stays unread.
    'PUT /api/follows/read': ({ body, actor }) => store.transaction(async (tx) => {
      for (const { id, state } of body.seen) await tx.followers.set({ spotId: id, accountId: actor.account.id }, { seenState: state });
    }),
  } satisfies Partial<Handlers>;
};
