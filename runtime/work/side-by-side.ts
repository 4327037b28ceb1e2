/** So many share a transaction: few enough for a person not to notice who waits behind them. */
const TOGETHER = 8;
/** So many transactions at once: the store works on one while another reaches the disk, and has room left for people. */
const BESIDE = 4;

/**
 * Does the same to each, in order of their beginning: `together` to several of them in one transaction, all or none, and where that
 * fails `alone` to each of these. `alone` must not throw.
 */
export async function sideBySide<Item>(items: readonly Item[], together: (some: readonly Item[]) => Promise<void>, alone: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const some = items.slice(next, (next += TOGETHER));
      const failed = await together(some).then(() => false, () => true);
      if (failed) for (const item of some) await alone(item);
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, lane));
}
