import type { Run } from './command.ts';
import { openHouse } from './house.ts';
import { bringUpToDate } from './up-to-date.ts';

export const run: Run = async ({ values }, terminal) => {
  const house = await openHouse();
  const { store } = house;
  try {
    await bringUpToDate(house);
    terminal.out(values['json'] === true ? JSON.stringify({ migrated: true, store: store.kind }) : `The database (${store.kind}) is up to date.`);
    return 0;
  } finally {
    await store.close();
  }
};
