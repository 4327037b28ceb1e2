import { samplePassword, seed as makeSample } from '../seed/seed.ts';
import type { Run } from './command.ts';
import { givenYear } from './given-year.ts';
import { openHouse, packages } from './house.ts';

export const run: Run = async (given, terminal) => {
  const { values } = given;
  const year = givenYear(given);
  const world = await openHouse({ sample: true });
  try {
    await world.store.migrate();
    const done = await makeSample(world, packages, { year });
    const said = done.made ? `Made the sample ward with ${done.dossiers} dossiers. Everyone's password: ${samplePassword}` : 'The database holds people already; nothing was made.';
    terminal.out(values['json'] === true ? JSON.stringify(done) : said);
    return 0;
  } finally {
    await world.store.close();
  }
};
