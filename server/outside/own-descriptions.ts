import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from '../../procedures/described/description.ts';
import { readDescription } from '../../procedures/described/read.ts';

/** What the house asks of systems outside by itself, whatever the procedure: descriptions of the installation. */
export const ownNames = ['national-portal.submit', 'national-portal.sync', 'message.send', 'signature.sign'] as const;
export type OwnDescriptions = Readonly<Record<(typeof ownNames)[number], Description>>;

/** By what the file says: checking one takes ten milliseconds, and a process may put the house together hundreds of times, as that of tests does. */
const known = new Map<string, Description>();

function readOne(path: string, name: string): Description {
  const text = readFileSync(path, 'utf8');
  const before = known.get(text);
  if (before?.name === name) return before;
  const { findings: [fault], description } = readDescription(path, name, text);
  if (description === undefined || fault !== undefined) throw new Error(fault?.message ?? `expected ${path} to describe a connector, but it does not`);
  known.set(text, description);
  return description;
}

/** Reads the descriptions from a folder. Throws with the first thing that is wrong with one. */
export const readOwn = (folder: string): OwnDescriptions =>
  Object.fromEntries(ownNames.map((name) => [name, readOne(join(folder, `${name}.json`), name)])) as OwnDescriptions;
