import { dayOf } from '../../forms/today.ts';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Maps } from '../documents/layout.ts';
import { ask } from '../planning/ask.ts';

/** The maps that a letter shows, by the place of their block: as they are in force on the day of the letter. What they do not know, or know more than once, is left out. */
export async function mapsOf(tx: Transaction, { blocks, at }: Pick<FilledLetter, 'blocks' | 'at'>): Promise<Maps> {
  const found: Record<number, Maps[number]> = {};
  for (const [index, block] of blocks.entries()) {
    if (block.block !== 'map' || block.about === undefined) continue;
    const { answer } = await ask(tx, block.about, dayOf(at));
    // A point without a parcel is asked for; a parcel that no map holds is not drawn as if it were.
    if (answer !== null && answer.layers.length > 0) found[index] = { map: answer.map, sources: answer.layers.map(({ title, sourceDate, sample }) => `${title.vi}, số liệu ngày ${sourceDate.split('-').toReversed().join('/')}${sample ? ' (dữ liệu giả định)' : ''}`) };
  }
  return found;
}
