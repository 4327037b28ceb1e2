import { strict as assert } from 'node:assert';
import type { Store } from '../../storage/store.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { ask, type Asked } from './ask.ts';

const questions: readonly Asked[] = [{ address: '12 đường mẫu' }, { address: '1 đại lộ sen' }, { address: 'mẫu chín' }, { address: 'hoa cúc' }, { sheet: '45', parcel: '1' }, { latitude: 9.902857, longitude: 107.302284 }, { latitude: 10, longitude: 107.5 }];

async function drawn(store: Store): Promise<string[]> {
  let count = 0;
  await drawWard({ store, now: () => '2026-11-19T02:00:00.000Z', newId: () => `layer-${String((count += 1))}` });
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify(await store.read((tx) => ask(tx, question, '2026-11-19'))));
  return answers;
}

onEveryStore('the look-up of planning', (open) => {
  it('says the same as in memory', async function () {
    this.timeout(60_000);
    assert.deepEqual(await drawn(open()), await drawn(memoryStore()));
  });
});
