import { strict as assert } from 'node:assert';
import { Problem } from '../../ui/problem.ts';
import { sendKept, stoppedBy, type Line } from './send.ts';
import type { Kept } from './store.ts';

const file = (id: string) => ({ file: id, name: `${id}.jpg`, size: 1, type: 'image/jpeg', sha256: '0'.repeat(64) });
const report: Kept = {
  id: 'k', procedure: 'urban-order-report', name: { vi: 'Phản ánh', en: 'Report' }, keptAt: '2026-11-19T02:00:00.000Z', answers: { title: 'Quầy hàng', photos: [file('a'), file('b')] },
  files: ['a', 'b'].map((id) => ({ id, name: `${id}.jpg`, blob: new Blob([id]) })), keys: { draft: 'key-draft', file: 'key-file' }, sent: { files: {} },
};
const away = new Problem({ status: 0, code: 'network', title: 'No network' });

/** A server that remembers by key, over a line that breaks at the calls named, before (`x`) or after (`x!`) the server has heard. */
function server(breaks: readonly number[], after: boolean) {
  const heard: string[] = [];
  const drafts = new Map<string, { id: string; revision: number; answers?: unknown }>();
  const filed = new Map<string, string>();
  let calls = 0;
  const over = async <T>(act: () => T): Promise<T> => {
    const broken = breaks.includes(calls);
    calls += 1;
    if (broken && !after) throw away;
    const answer = act();
    if (broken) throw away;
    return answer;
  };
  const only = () => [...drafts.values()][0]!;
  const line: Line = {
    begin: (_procedure, key) => over(() => {
      if (!drafts.has(key)) drafts.set(key, { id: `draft-${drafts.size}`, revision: 1 });
      return drafts.get(key)!;
    }),
    upload: (draft, field, { id }) => over(() => (heard.push(`${draft} ${field} ${id}`), { files: [{ ...file(`up-${id}`) }], refused: [] })),
    read: () => over(() => ({ revision: only().revision })),
    save: (_draft, revision, answers) => over(() => {
      assert.equal(revision, only().revision, 'it is saved over what stands');
      Object.assign(only(), { revision: revision + 1, answers });
      return { revision: revision + 1 };
    }),
    file: (draft, revision, key) => over(() => {
      assert.equal(revision, only().revision);
      if (!filed.has(key)) filed.set(key, `dossier of ${draft}`);
      return { dossier: filed.get(key)! };
    }),
  };
  return { line, heard, filed, only, drafts };
}

describe('what was kept without a network', () => {
  for (const after of [false, true])
    for (const broken of [[], [0], [1], [2], [3], [4], [5], [0, 1, 3, 5], [0, 2, 4, 6, 8]]) {
      it(`arrives once when the line breaks ${after ? 'after' : 'before'} the server hears call ${broken.join(', ') || 'none'}`, async () => {
        const { line, filed, only, drafts } = server(broken, after);
        let kept = report;
        const note = async (now: Kept) => void (kept = now);
        let dossier: string | undefined;
        for (let round = 0; dossier === undefined && round < 20; round += 1) {
          dossier = await sendKept(kept, line, note).catch((error: unknown) => {
            assert.equal(stoppedBy(error), undefined);
            return undefined;
          });
        }
        assert.deepEqual([dossier, [...filed.values()], drafts.size], ['dossier of draft-0', ['dossier of draft-0'], 1]);
        assert.deepEqual(only().answers, { title: 'Quầy hàng', photos: [file('up-a'), file('up-b')] });
      });
    }

  it('goes up as it was chosen, to the question that asked for it', async () => {
    const { line, heard } = server([], false);
    await sendKept(report, line, async () => undefined);
    assert.deepEqual(heard, ['draft-0 photos a', 'draft-0 photos b']);
  });

  it('waits for a person where the server asks for one', () => {
    const problem = (status: number, code: Problem['code']) => new Problem({ status, code, title: code });
    assert.deepEqual([problem(401, 'sign-in-required'), problem(422, 'invalid'), problem(404, 'not-found'), problem(429, 'too-many-requests'), problem(503, 'unavailable'), away, new Error('x')].map(stoppedBy), ['sign-in', 'refused', 'refused', undefined, undefined, undefined, undefined]);
  });
});
