import { endTokens, giveToken } from '../session/programs.ts';
import { argumentOf, textOption, UsageError, type Run } from './command.ts';
import { openHouse } from './house.ts';

export const run: Run = async (given, terminal) => {
  const name = argumentOf(given);
  const [units = '', days = '365'] = [textOption(given, 'units'), textOption(given, 'days')];
  const json = given.values['json'] === true;
  if (!/^[a-z][a-z0-9-]{1,60}$/.test(name)) throw new UsageError(`expected NAME to be 2 to 61 lower-case letters, digits and hyphens that begin with a letter, but it is "${name}"`);
  if (!/^[1-9]\d{0,3}$/.test(days)) throw new UsageError(`expected --days to be a whole number, but it is "${days}"`);
  if (given.values['revoke'] !== true && units === '') throw new UsageError('expected --units UNIT, or --revoke');
  const { store, now } = await openHouse({}, { existing: true });
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
};
