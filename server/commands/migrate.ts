import type { Command } from './command.ts';
import { openHouse } from './house.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  help: 'motcua migrate [--json]\n\nThe database is MOTCUA_DATABASE: a file for SQLite (default var/motcua.sqlite) or postgres://…\n\n  --json  print { "migrated": true, "store": "sqlite"|"postgres" }\n\nExit code 0: up to date; 2: the database does not open.',
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
