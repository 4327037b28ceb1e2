import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonical } from './canonical.ts';
import { entryHash, GENESIS, payloadDigest, verifyChain } from './chain.ts';
import { sha256 } from './sha256.ts';
import type { JournalPayloadRow, JournalRow } from './tables/journal.ts';

interface Record_ {
  readonly entries: JournalRow[];
  readonly payloads: JournalPayloadRow[];
}

function record(length: number, word = 'đã nộp'): Record_ {
  const entries: JournalRow[] = [];
  const payloads: JournalPayloadRow[] = [];
  let prevHash = GENESIS;
  for (let seq = 1; seq <= length; seq += 1) {
    const payload = { name: 'Nguyễn Văn A', word, seq };
    const salt = `salt-${seq}`;
    const entry = {
      dossierId: 'd', seq, at: `2026-11-20T03:00:${String(seq % 60).padStart(2, '0')}.000Z`, actor: 'a1', kind: 'task.complete',
      visits: [{ element: 'Task_1', did: 'enter' as const }], payloadDigest: payloadDigest(sha256, salt, payload), prevHash,
    };
    prevHash = entryHash(sha256, entry);
    entries.push({ ...entry, hash: prevHash });
    payloads.push({ dossierId: 'd', seq, salt, payload });
  }
  return { entries, payloads };
}

const faultAt = ({ entries, payloads }: Record_, heads = [] as { seq: number; hash: string }[]): number | undefined => verifyChain(sha256, entries, payloads, heads)?.seq;

describe('a dossier’s chain', () => {
  it('verifies as it was written, also when empty', () => {
    assert.equal(faultAt(record(0)), undefined);
    assert.equal(faultAt(record(9)), undefined);
  });

  it('names the first entry with any field edited', () => {
    const edits: ((entry: JournalRow) => JournalRow)[] = [
      (entry) => ({ ...entry, at: '2026-11-21T00:00:00.000Z' }),
      (entry) => ({ ...entry, actor: 'someone' }),
      (entry) => ({ ...entry, kind: 'start' }),
      (entry) => ({ ...entry, dossierId: 'e' }),
      (entry) => ({ ...entry, visits: [] }),
      (entry) => ({ ...entry, payloadDigest: sha256('x') }),
      (entry) => ({ ...entry, prevHash: sha256('x') }),
      (entry) => ({ ...entry, hash: sha256('x') }),
    ];
    fc.assert(fc.property(fc.constantFrom(...edits), fc.integer({ min: 1, max: 8 }), (edit, seq) => {
      const { entries, payloads } = record(8);
      entries[seq - 1] = edit(entries[seq - 1] as JournalRow);
      assert.equal(faultAt({ entries, payloads }), seq);
    }));
  });

  it('names the place of an entry taken out, put in twice or exchanged', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 7 }), (seq) => {
      const { entries, payloads } = record(8);
      assert.equal(faultAt({ entries: entries.toSpliced(seq - 1, 1), payloads }), seq);
      assert.equal(faultAt({ entries: entries.toSpliced(seq, 0, entries[seq - 1] as JournalRow), payloads }), seq + 1);
      assert.equal(faultAt({ entries: entries.toSpliced(seq - 1, 2, entries[seq] as JournalRow, entries[seq - 1] as JournalRow), payloads }), seq);
    }));
  });

  it('notices a payload that was changed or put under another entry', () => {
    const { entries, payloads } = record(3);
    const [first, second] = payloads as [JournalPayloadRow, JournalPayloadRow];
    assert.equal(faultAt({ entries, payloads: payloads.with(1, { ...second, payload: { word: 'khác' } }) }), 2);
    assert.equal(faultAt({ entries, payloads: payloads.with(1, { ...first, seq: 2 }) }), 2);
    assert.equal(faultAt({ entries, payloads: [...payloads, { ...first, seq: 4 }] }), 4);
  });

  it('notices a cut-off end, and one that was written anew, by a head that was told before', () => {
    const { entries, payloads } = record(6);
    const head = { seq: 5, hash: (entries[4] as JournalRow).hash };
    assert.equal(faultAt({ entries, payloads }, [head]), undefined);
    assert.equal(faultAt({ entries: entries.slice(0, 4), payloads: payloads.slice(0, 4) }), undefined, 'without a head a cut cannot be seen');
    assert.equal(faultAt({ entries: entries.slice(0, 4), payloads: payloads.slice(0, 4) }, [head]), 5);
    assert.equal(faultAt({ entries: [], payloads: [] }, [head]), 1);
    const forged = record(6, 'đã sửa');
    assert.equal(faultAt(forged), undefined, 'a full recompute is consistent in itself');
    assert.equal(faultAt(forged, [head]), 5);
  });

  it('still verifies when the personal payloads are erased, and then says nothing about the person', () => {
    const { entries, payloads } = record(5);
    assert.equal(faultAt({ entries, payloads: payloads.toSpliced(1, 2) }), undefined);
    assert.equal(faultAt({ entries, payloads: [] }), undefined);
    assert.ok(!JSON.stringify(entries).includes('Nguyễn'));
    const [one] = payloads as [JournalPayloadRow];
    assert.notEqual(payloadDigest(sha256, 'other salt', one.payload), (entries[0] as JournalRow).payloadDigest);
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const turned = JSON.parse(JSON.stringify(value), (_, held: unknown) =>
        (held !== null && typeof held === 'object' && !Array.isArray(held) ? Object.fromEntries(Object.entries(held).toReversed()) : held)) as unknown;
      assert.equal(canonical(turned), canonical(JSON.parse(JSON.stringify(value))));
      assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)));
    }));
  });

  it('refuses what JSON cannot say', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, undefined, 1n]) assert.throws(() => canonical([bad]), TypeError);
  });
});
