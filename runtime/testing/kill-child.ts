/**
 * A process that does one deed and is killed (SIGKILL, by itself) before its nth statement; without n it lives.
 * `node kill-child.ts <sqlite|postgres> <file or url> <deeds|chart> <deed> <n>`; prints "done" after the answer.
 */
import { postgresKnex, postgresStore } from '../../storage/stores/postgres.ts';
import { sqliteKnex, sqliteStore } from '../../storage/stores/sqlite.ts';
import { chartDeeds } from './chart-deeds.ts';
import { deeds } from './deeds.ts';
import { house } from './house.ts';

const [, , kind, place = '', family, name, n] = process.argv;
const knex = kind === 'sqlite' ? sqliteKnex(place) : postgresKnex(place);
const h = house(kind === 'sqlite' ? sqliteStore(place, knex) : postgresStore(place, {}, knex), `child-${process.pid}`);
const deed = (family === 'chart' ? chartDeeds : deeds).find((one) => one.name === name);
if (deed === undefined) throw new Error(`expected the name of a deed, but got ${name}`);
h.set(deed.at);
const run = await deed.ready(h);
let left = Number(n);
const die = (): void => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};
knex.on('query', die);
await run();
die();
process.stdout.write('done');
await h.store.close();
