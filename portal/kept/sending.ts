import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { sendKept, stoppedBy, type Line } from './send.ts';
import { allKept, forget, keep, type Kept } from './store.ts';

const line: Line = {
  begin: (procedure, key) => call('POST /api/drafts', { body: { procedure }, key }),
  upload: (draft, field, { name, blob }) => {
    const body = new FormData();
    body.append('file', blob, name);
    return call('POST /api/files', { query: { draft, field }, body });
  },
  read: (draft) => call('GET /api/drafts/:id', { params: { id: draft } }),
  save: (draft, revision, data) => call('PUT /api/drafts/:id', { params: { id: draft }, body: { revision, data } }),
  file: (draft, revision, key) => call('POST /api/drafts/:id/file', { params: { id: draft }, body: { revision, declared: true }, key }),
};

/** Dossiers that this page has sent off. */
export interface SentOff { readonly kept: Kept; readonly dossier: string }

/** Sends all that waits, one after another; in one window only, where the browser can say so. What waits for a person is left, unless it is named. */
const sendAll = async (named?: string): Promise<readonly SentOff[]> => {
  const done: SentOff[] = [];
  for (const kept of await allKept()) {
    if (kept.stopped !== undefined && kept.id !== named) continue;
    let latest = kept;
    try {
      const dossier = await sendKept(kept, line, async (now) => {
        latest = now;
        await keep(now);
      });
      await forget(kept.id);
      done.push({ kept, dossier });
    } catch (error) {
      if (!isProblem(error)) throw error;
      const stopped = stoppedBy(error);
      if (stopped !== undefined) await keep({ ...latest, stopped });
      // Without a network the next one would not arrive either.
      if (error.status === 0) break;
    }
  }
  return done;
};

export const send = async (named?: string): Promise<readonly SentOff[]> =>
  'locks' in navigator ? navigator.locks.request('motcua-kept', { ifAvailable: true }, async (lock) => (lock === null ? [] : sendAll(named))) : sendAll(named);
