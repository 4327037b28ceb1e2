import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Environment } from '../../engine/environment.ts';
import { environmentOf } from '../../procedures/environment.ts';
import type { Finding } from '../../procedures/finding.ts';
import { readDecisions } from '../../procedures/read-decisions.ts';
import { UsageError } from './command.ts';
import { lineOf } from './finding-line.ts';
import { givenText, reasonOf } from './given-file.ts';

/** Decisions in the folder `decisions/` beside the process, as in a package. One that cannot be read is told, never left out. */
export async function decisionsBeside(file: string): Promise<Environment> {
  const folder = join(dirname(file), 'decisions');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`expected a folder of decisions at ${folder}, but ${reasonOf(error)}`);
  });
  const texts = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.dmn')).toSorted()) texts.set(name.slice(0, -'.dmn'.length), await givenText(join(folder, name)));
  const found: Finding[] = [];
  const models = await readDecisions(texts, found);
  if (found.length > 0) throw new UsageError(`expected decisions that can be asked beside ${file}, but:\n${found.map(lineOf).join('\n')}`);
  return environmentOf(models);
}
