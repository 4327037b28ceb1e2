import assert from 'node:assert/strict';
import { Problem } from '../../ui/problem.ts';
import { createAutosave, type SaveStatus } from './autosave.ts';

const broken = new Problem({ status: 0, code: 'network', title: 'x' });
const conflict = new Problem({ status: 409, code: 'revision-conflict', title: 'x' });

/** A server that answers in turn: a problem, or the revision after the one it was given. */
const bench = (...answers: (Problem | 'ok')[]) => {
  const sent: { value: string; revision: number }[] = [];
  const statuses: SaveStatus[] = [];
  let kept: { value: string; revision: number } | undefined;
  const autosave = createAutosave<string>({ revision: 4 }, {
    quiet: 60_000,
    send: async (value, revision) => {
      sent.push({ value, revision });
      await new Promise((resolve) => setTimeout(resolve, 1));
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
      return { revision: revision + 1, savedAt: '2026-12-02T01:00:00Z' };
    },
    keep: (value) => (kept = value),
    onStatus: (status) => void statuses.push(status),
  });
  return { autosave, sent, statuses, kept: () => kept };
};

describe('saving what is typed', () => {
  it('sends only the latest copy', async () => {
    const { autosave, sent } = bench();
    for (const value of ['a', 'ab', 'abc']) autosave.change(value);
    await autosave.flush();
    assert.deepEqual(sent, [{ value: 'abc', revision: 4 }]);
  });

  it('sends what was typed meanwhile afterwards, with the new revision', async () => {
    const { autosave, sent, kept } = bench();
    autosave.change('a');
    const first = autosave.flush();
    await Promise.resolve().then(() => undefined);
    autosave.change('ab');
    await first;
    await autosave.flush();
    assert.deepEqual(sent, [{ value: 'a', revision: 4 }, { value: 'ab', revision: 5 }]);
    assert.equal(kept(), undefined);
    autosave.stop();
  });

  it('keeps a copy on the device while the network is away, and sends it later', async () => {
    const { autosave, statuses, kept } = bench(broken);
    autosave.change('a');
    await autosave.flush();
    assert.deepEqual(kept(), { value: 'a', revision: 4 });
    assert.equal(statuses.at(-1), 'here');
    assert.equal(autosave.isSaved(), false);
    await autosave.flush();
    assert.equal(statuses.at(-1), 'saved');
    assert.equal(kept(), undefined);
    assert.equal(autosave.isSaved(), true);
  });

  it('stops when the draft was changed elsewhere', async () => {
    const { autosave, sent, statuses } = bench(conflict);
    autosave.change('a');
    await autosave.flush();
    autosave.change('ab');
    await autosave.flush();
    assert.equal(sent.length, 1);
    assert.equal(statuses.at(-1), 'conflict');
  });
});
