import { readFile, stat } from 'node:fs/promises';
import { unpack } from '../designer/archive.ts';
import { fromFolder } from '../designer/incoming-folder.ts';
import { most, tooMuch, type Accepted } from '../designer/incoming.ts';
import { takeIn } from '../designer/take-in.ts';
import { ProblemError } from '../http/problem-error.ts';
import { argumentOf, UsageError, type Run } from './command.ts';
import { reasonOf } from './given-file.ts';
import { openHouse } from './house.ts';

export const run: Run = async (given, terminal) => {
  const path = argumentOf(given);
  const accepted = await packageAt(path);
  const { store, files, now } = await openHouse({}, { existing: true });
  try {
    await store.check();
    const { key, revision } = await takeIn({ store, files }, accepted, { by: 'system', at: now(), replace: given.values['replace'] === true });
    terminal.out(given.values['json'] === true ? JSON.stringify({ key, revision }) : `${key} is taken in as a draft (revision ${revision}): look at it and publish it in the designer.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code !== 'key-taken') throw new UsageError(`expected a package at ${path}, but: ${error.message}`);
    terminal.error(`expected a procedure that is not there yet, but ${(error.facts.current as { readonly key: string }).key} is: with --replace the package takes the place of its draft`);
    return 1;
  } finally {
    await store.close();
  }
};

async function packageAt(path: string): Promise<Accepted> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return await fromFolder(path);
    // A zip of files that are each small enough is never larger than twice what they may hold together.
    return facts.size > most.bytes * 2 ? tooMuch : await unpack(await readFile(path));
  } catch (error) {
    throw new UsageError(`expected a .zip file or a package folder at ${path}, but ${reasonOf(error)}`);
  }
}
