import { drawnCalls } from '../../procedures/drawn-calls.ts';
import { calledProcedures } from '../designer/calls.ts';
import { openPackage } from '../designer/draft.ts';
import { keepDraft, mustStandAsSeen, standing } from '../designer/keep-draft.ts';
import type { Handlers } from '../http/handler.ts';
import { withPublished } from '../library/called.ts';
import { keepFiles, packageFiles } from '../library/package-files.ts';
import type { Services } from '../services.ts';

/** What a package calls, and the way to take a newer version of it along. */
export const callHandlers = (services: Services) => {
  const { store, files } = services;
  return {
    'GET /api/designer/procedures/:key/calls': async ({ params }) => {
      const open = await store.read((tx) => openPackage(tx, params.key));
      const { calls, processes } = await drawnCalls(await packageFiles(files, open.files));
      const own = new Set(processes.map(({ id }) => id));
      const beyond = calls.filter(({ called }) => called !== null && !own.has(called));
      const procedures = await store.read((tx) => calledProcedures(tx, open, beyond.filter(({ binding }) => binding !== 'deployment')));
      const known = new Set(procedures.map(({ key }) => key));
      const named = (of: typeof calls) => of.map(({ element, name }) => ({ element, name }));
      return {
        processes: processes.map((process) => ({ ...process, callers: named(calls.filter(({ called }) => called === process.id)) })),
        procedures,
        missing: beyond.flatMap(({ element, name, called }) => (called === null || known.has(called) ? [] : [{ element, name, called }])),
        dynamic: named(calls.filter(({ called }) => called === null)),
      };
    },

    'POST /api/designer/procedures/:key/calls/take': async ({ params: { key }, body, actor, at }) => {
      const seen = await store.read((tx) => openPackage(tx, key));
      const content = await keepFiles(files, await withPublished(services, await packageFiles(files, seen.files)));
      return store.transaction(async (tx) => {
        const open = await openPackage(tx, key);
        // What was read before another saved is not what was seen, whatever its number.
        await mustStandAsSeen(tx, open, body);
        return keepDraft(tx, open, standing(seen), { key, files: content, by: actor.account.id, at });
      });
    },
  } satisfies Partial<Handlers>;
};
