import { strict as assert } from 'node:assert';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { layersInForce } from '../planning/in-force.ts';
import { exampleIn } from '../planning/example.ts';
import { mapsOf } from './maps.ts';

describe('the map that a letter shows', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    await drawWard(house.services);
  });
  after(() => house.stop());

  const block = (about: Extract<FilledLetter['blocks'][number], { block: 'map' }>['about']) => ({ block: 'map' as const, about, caption: '', without: '' });
  const maps = (at: string, ...blocks: FilledLetter['blocks']) => house.store.read((tx) => mapsOf(tx, { at, blocks }));
  const parcel = async () => {
    const example = await house.store.read(async (tx) => exampleIn(tx, await layersInForce(tx, '2026-11-23')));
    assert.ok(example);
    return { sheet: example.sheet, parcel: example.parcel };
  };

  it('is of the parcel named, told from which maps, by the place of its block', async () => {
    const found = await maps('2026-11-23T02:00:00Z', { block: 'title', text: 'VĂN BẢN' }, block(await parcel()));
    assert.deepEqual(Object.keys(found), ['1']);
    const { map, sources } = found[1]!;
    assert.equal(map.shapes.filter(({ subject }) => subject).length, 1);
    assert.ok(sources.length > 0 && sources.every((source) => source.endsWith('(dữ liệu giả định)')), sources.join());
  });

  it('is of those in force on the day of the letter, and of no parcel that they do not hold', async () => {
    assert.deepEqual(await maps('1990-01-01T02:00:00Z', block(await parcel())), {});
    assert.deepEqual(await maps('2026-11-23T02:00:00Z', block({ sheet: '9999', parcel: '9999' }), block(undefined)), {});
  });
});
