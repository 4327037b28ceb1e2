import { endTokens, giveToken } from '../session/programs.ts';
import { argumentOf, textOption, UsageError, type Command } from './command.ts';
import { openHouse } from './house.ts';

export const worker: Command = {
  name: 'worker',
  summary: 'give a program outside a token with which it does work for dossiers, or take it back',
  help: [
    'motcua worker NAME --units UNIT[,UNIT …] [--days N] [--json]', 'motcua worker NAME --revoke [--json]', '',
    'The token is shown once; with it the program may take, complete, fail and extend work of these units (POST /api/jobs/…,',
    'Authorization: Bearer TOKEN), and nothing else. Giving a new one ends the one before.', '',
    '  --units IDS  ids of the units whose work it does', '  --days N     how long the token holds (default 365)', '  --revoke     end its token and rights', '',
    '  --json  print { "token" }, or { "revoked": true|false }', '',
    'Exit code 0: given, or taken back; 1: there is no such program; 2: a unit or name does not fit, or the database does not open.',
  ].join('\n'),
  takes: { called: 'NAME' },
  options: { units: { type: 'string' }, days: { type: 'string' }, revoke: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const name = argumentOf(given);
    const [units = '', days = '365'] = [textOption(given, 'units'), textOption(given, 'days')];
    const json = given.values['json'] === true;
    if (!/^[a-z][a-z0-9-]{1,60}$/.test(name)) throw new UsageError(`expected NAME to be lower-case letters, digits and hyphens, but it is "${name}"`);
    if (!/^[1-9]\d{0,3}$/.test(days)) throw new UsageError(`expected --days to be a whole number, but it is "${days}"`);
    if (given.values['revoke'] !== true && units === '') throw new UsageError('expected --units UNIT, or --revoke');
    const { store, now } = await openHouse();
    try {
      await store.check();
      if (given.values['revoke'] === true) {
        const revoked = await endTokens(store, name, now());
        terminal.out(json ? JSON.stringify({ revoked }) : revoked ? `${name} has no token any more.` : `expected a program named ${name}, but there is none`);
        return revoked ? 0 : 1;
      }
      const token = await giveToken(store, { name: name, units: units.split(','), days: Number(days), at: now() });
      terminal.out(json ? JSON.stringify({ token }) : token);
      return 0;
    } finally {
      await store.close();
    }
  },
};
