import { strict as assert } from 'node:assert';
import type { Data } from '../../engine/state.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { road, roadsAt } from './road.ts';

const at = '2026-11-19T02:00:00.000Z';

describe('a road of the maps', () => {
  const store = memoryStore();
  let ids = 0;
  before(() => drawWard({ store, now: () => at, newId: () => `id-${(ids += 1)}` }));
  const asked = (inputs: Data, when = at) => store.read((tx) => road(tx, inputs, when));
  const metres = (found: Data | undefined): number => {
    const { coordinates } = found!['geometry'] as unknown as { coordinates: [number, number][] };
    const [[ax, ay], [bx, by]] = [coordinates[0]!, coordinates.at(-1)!];
    return Math.round(Math.hypot((bx - ax) * 111_319.5 * Math.cos((ay * Math.PI) / 180), (by - ay) * 111_319.5));
  };
  const [first, second, third] = ['Đường Hoa Sen Mẫu', 'Đường Hoa Mai Mẫu', 'Đường Hoa Cúc Mẫu'];

  it('is all of it, the part between two others either way round, or so much around one, in words of both languages', async () => {
    const whole = await asked({ road: 'Đường Mẫu Ba' });
    const [part, back] = [await asked({ road: 'Đường Mẫu Ba', from: first, to: third }), await asked({ road: 'đường mẫu ba', from: third, to: first })];
    const near = await asked({ road: 'Đường Mẫu Ba', from: second });
    assert.deepEqual([metres(part), metres(back), metres(near)], [320, 320, 200]);
    assert.ok(metres(whole) > 600, `${metres(whole)} m`);
    assert.deepEqual([whole?.['place'], near?.['place']], [{ vi: 'Đường Mẫu Ba', en: 'Sample Three Street' }, { vi: 'Đường Mẫu Ba, gần Đường Hoa Mai Mẫu', en: 'Sample Three Street, near Sample Apricot Street' }]);
    assert.deepEqual((part!['place'] as Data)['vi'], 'Đường Mẫu Ba, đoạn từ Đường Hoa Sen Mẫu đến Đường Hoa Cúc Mẫu');
  });

  it('says where it comes from, and is not guessed where the maps do not know it, or are not in force yet', async () => {
    assert.deepEqual(((await asked({ road: 'Đường Mẫu Ba' }))!['sources'] as unknown as { sourceDate: string; sample: boolean }[]).map(({ sourceDate, sample }) => [sourceDate, sample]), [['2026-06-30', true]]);
    assert.deepEqual([await asked({ road: 'Đường Không Có' }), await asked({}), await asked({ road: 'Đường Mẫu Ba' }, '2024-01-01T00:00:00.000Z')], [undefined, undefined, undefined]);
  });

  it('is one of a list to choose from, each once', async () => {
    const roads = await store.read((tx) => roadsAt(tx, at));
    assert.deepEqual([roads.length, new Set(roads.map(({ value }) => value)).size], [16, 16]);
    assert.deepEqual(roads.find(({ value }) => value === 'Đại lộ Sen Mẫu')?.label, { vi: 'Đại lộ Sen Mẫu', en: 'Sample Lotus Avenue' });
  });
});
