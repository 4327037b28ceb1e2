import { adoptedOf, adoptionOf, sourceVersion } from '../designer/adopt/adoption.ts';
import { merged, undecided, updatesOf } from '../designer/adopt/merge.ts';
import { openPackage } from '../designer/draft.ts';
import { keepDraft, mustStandAsSeen } from '../designer/keep-draft.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';

/** How an adopted package stands to its source, and the way to take what the source changed. */
export const adoptionHandlers = ({ store }: Services) => ({
  'GET /api/designer/procedures/:key/adoption': ({ params }) => store.read(async (tx) => ({ adopted: await adoptionOf(tx, await openPackage(tx, params.key)) })),

  'POST /api/designer/procedures/:key/adoption/take': ({ params: { key }, body, actor, at }) => store.transaction(async (tx) => {
    const open = await openPackage(tx, key);
    // Whoever chose between files chose between those of the revision that was seen.
    await mustStandAsSeen(tx, open, body);
    const adopted = adoptedOf(open.files);
    const base = adopted === undefined ? undefined : await sourceVersion(tx, adopted);
    const theirs = adopted === undefined ? undefined : await sourceVersion(tx, { ...adopted, version: body.version });
    if (base === undefined || theirs === undefined) throw notFound();
    const sides = { base: base.files, theirs: theirs.files, mine: open.files };
    const choices = new Map(body.choices.map(({ path, take }) => [path, take]));
    const unchosen = undecided(updatesOf(sides), choices);
    if (unchosen.length > 0) throw new ProblemError('invalid', { errors: unchosen.map((path) => ({ path, message: 'mine, theirs' })) });
    return keepDraft(tx, open, body, { key, files: merged(sides, choices, { from: base.key, version: theirs.hash }), by: actor.account.id, at });
  }),
} satisfies Partial<Handlers>);
