import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Table } from './table.ts';
import { runs } from './testing/runs.ts';

interface Row {
  readonly id: number;
  readonly what: number;
}

const arbitraryDeed = fc.record({ does: fc.constantFrom('set', 'set', 'set', 'delete', 'get', 'keep', 'clear'), id: fc.nat(120), what: fc.nat() });

describe('A table of rows', () => {
  it('holds what a map would hold, in its order, and what it has handed out stays', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 60 }), fc.array(arbitraryDeed, { maxLength: 200 }), (before, deeds) => {
      const first = before.map((id): Row => ({ id, what: 0 }));
      const table = new Table(first, 61);
      const map = new Map(first.map((row) => [row.id, row]));
      const kept: (readonly [readonly Row[], string])[] = [[first, JSON.stringify(first)]];
      for (const { does, id, what } of deeds) {
        switch (does) {
          case 'set':
            assert.equal(table.set(id, { id, what }), map.get(id));
            map.set(id, table.get(id)!);
            break;
          case 'delete':
            assert.equal(table.delete(id), map.get(id));
            map.delete(id);
            break;
          case 'get': assert.equal(table.get(id), map.get(id)); break;
          case 'keep':
            kept.push([table.values(), JSON.stringify([...map.values()])]);
            break;
          default:
            if (what % 20 > 0) break;
            table.clear();
            map.clear();
        }
        assert.deepEqual([table.size, table.look(), table.has(id)], [map.size, [...map.values()], map.has(id)]);
      }
      for (const [rows, text] of kept) assert.equal(JSON.stringify(rows), text);
    }), runs(300));
  });
});
