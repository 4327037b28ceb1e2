import type { Command } from './command.ts';
import { openHouse } from './house.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  help: 'The database is MOTCUA_DATABASE: a file for SQLite (default var/motcua.sqlite) or postgres://…\n\n  --json  print { "migrated": true, "store" }',
  options: { json: { type: 'boolean' } },
  async run({ values }, terminal) {
    const { store } = await openHouse();
    try {
      await store.migrate();
      await store.check();
      terminal.out(values['json'] === true ? JSON.stringify({ migrated: true, store: store.kind }) : `The database (${store.kind}) is up to date.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
