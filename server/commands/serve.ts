import { join } from 'node:path';
import { startServer } from '../main.ts';
import { asSample } from '../sample-configuration.ts';
import { samplePeople } from '../seed/people.ts';
import { samplePassword, seed } from '../seed/seed.ts';
import { givenYear } from './given-year.ts';
import { textOption, UsageError, type Run, type Terminal } from './command.ts';
import { openHouse, packages, root } from './house.ts';
import { reasonOf } from './given-file.ts';
import { firstPushKeys, pushKeysFile } from '../push/keys.ts';
import { bringUpToDate } from './up-to-date.ts';

export const run: Run = async (given, terminal) => {
  const port = textOption(given, 'port');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) throw new UsageError(`expected --port to be a number up to 65535, but it is "${port}"`);
  const sample = given.values['seed'] === true;
  const year = givenYear(given);
  makePushKeys(terminal);
  const house = await openHouse({ ...(sample ? { sample } : {}), ...(port === undefined ? {} : { port: Number(port), ...ownUrl(Number(port)) }), ...(textOption(given, 'host') === undefined ? {} : { host: textOption(given, 'host') ?? '' }) }, { log: true });
  await bringUpToDate(house);
  if (sample) {
    terminal.out('Preparing the fictional sample ward (the first time takes about a minute) …');
    await seed({ ...house, log: () => undefined }, packages, { year });
  }
  // What is made up asks nobody: every system outside is played by its descriptions, unless the installation names its own.
  const configuration = sample ? { ...asSample(house.configuration), systems: process.env['MOTCUA_SYSTEMS'] === undefined ? ('simulated' as const) : house.configuration.systems } : house.configuration;
  const server = await startServer({ ...house, configuration, ...(sample ? { samplePassword } : {}) }).catch(async (error: NodeJS.ErrnoException) => {
    await house.store.close();
    throw error.code === 'EADDRINUSE' ? new UsageError(`expected port ${house.configuration.port} of ${house.configuration.host} to be free, but another program uses it: stop that, or choose another with --port`) : error;
  });
  greet(terminal, server.url, sample);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)));
  return undefined;
};

/** On the first start. Where they cannot be kept the house serves all the same, and pages say that nothing is pushed. */
function makePushKeys(terminal: Terminal): void {
  const file = pushKeysFile(process.env, process.env['MOTCUA_DATA'] ?? join(root, 'var'));
  if (file === undefined) return;
  try {
    firstPushKeys(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    terminal.out(`No pushes are sent: the keys for them cannot be kept in ${file} (MOTCUA_PUSH_KEYS): ${reasonOf(error)}`);
  }
}

/** Links follow a port that was typed, unless the address people use was given. */
const ownUrl = (port: number): { publicUrl?: string } => (process.env['MOTCUA_URL'] === undefined ? { publicUrl: `http://localhost:${port}` } : {});

function greet(terminal: Terminal, url: string, sample: boolean): void {
  terminal.out(`\n  motcua is running.\n\n  Cổng dịch vụ (portal)        ${url}/\n  Bàn làm việc (desk)          ${url}/desk/\n  Thiết kế quy trình (designer) ${url}/designer/\n`);
  if (!sample) return;
  terminal.out(`  Sign in with any of these; everyone's password is "${samplePassword}". All people and places are fictional (dữ liệu giả định).\n`);
  for (const { login, name, title, roles } of samplePeople) terminal.out(`  ${login.padEnd(16)} ${(roles.length === 0 ? 'người dân (citizen)' : title ?? '').padEnd(46)} ${name}`);
  terminal.out(`\n  Cổng DVCQG mô phỏng (a simulated national portal files here): ${url}/national-portal`);
  terminal.out('\n  Systems outside (national portal, SMS, tax office …) are simulated (mô phỏng).');
  terminal.out('\n  Ctrl+C stops it; the data stays.');
}
