import { samplePassword, seed as makeSample } from '../seed/seed.ts';
import type { Command } from './command.ts';
import { openHouse, packages } from './house.ts';

export const seed: Command = {
  name: 'seed',
  summary: 'make the fictional sample ward in an empty database',
  help: 'motcua seed [--json]\n\nUnits, people of each role, citizens, and dossiers in every state. A database that holds people is left alone.\n\n  --json  print { "made": true|false, "dossiers": number }\n\nExit code 0: made, or left alone; 2: the database does not open.',
  options: { json: { type: 'boolean' } },
  async run({ values }, terminal) {
    const world = await openHouse({ sample: true });
    try {
      await world.store.migrate();
      const done = await makeSample(world, packages);
      const said = done.made ? `Made the sample ward with ${done.dossiers} dossiers. Everyone's password: ${samplePassword}` : 'The database holds people already; nothing was made.';
      terminal.out(values['json'] === true ? JSON.stringify(done) : said);
      return 0;
    } finally {
      await world.store.close();
    }
  },
};
