import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DecisionModel } from '../../engine/decision/model.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Environment } from '../../engine/environment.ts';
import { askedDecisions } from '../../procedures/asked-decisions.ts';
import { decisionNamed } from '../../procedures/decision-named.ts';
import { environmentOf } from '../../procedures/environment.ts';
import type { Finding } from '../../procedures/finding.ts';
import { readDecisions } from '../../procedures/read-decisions.ts';
import { UsageError } from './command.ts';
import { lineOf } from './finding-line.ts';
import { givenText, reasonOf } from './given-file.ts';

/** Models of the folder `decisions/` beside the process, as in a package, and those that lie beside it, as other engines have them, by their files' names; and why some cannot be read. */
async function modelsBeside(file: string): Promise<{ readonly models: ReadonlyMap<string, DecisionModel>; readonly found: readonly Finding[] }> {
  const texts = new Map<string, string>();
  for (const folder of [join(dirname(file), 'decisions'), dirname(file)]) {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new UsageError(`expected a folder of decisions at ${folder}, but ${reasonOf(error)}`);
    });
    for (const each of names.filter((name) => name.endsWith('.dmn')).toSorted()) {
      const name = each.slice(0, -'.dmn'.length);
      if (texts.has(name)) throw new UsageError(`expected one file ${each}, but there is one in ${folder} and one in decisions/`);
      texts.set(name, await givenText(join(folder, each)));
    }
  }
  const found: Finding[] = [];
  return { models: new Map(await readDecisions(texts, found)), found };
}

/** Decisions beside the process, to be asked. One that cannot be read is told, never left out. */
export async function decisionsBeside(file: string): Promise<Environment> {
  const { models, found } = await modelsBeside(file);
  if (found.length > 0) throw new UsageError(`expected decisions that can be asked beside ${file}, but:\n${found.map(lineOf).join('\n')}`);
  return environmentOf(models);
}

/** Steps whose decision does not lie beside the process, or cannot be read there: without it they come to a stand. */
export async function undecided(file: string, definitions: readonly Definition[]): Promise<readonly Finding[]> {
  const asking = definitions.flatMap(askedDecisions);
  if (asking.length === 0) return [];
  const { models, found } = await modelsBeside(file);
  const missing = asking.flatMap(({ element, decision }): Finding[] => {
    const named = decisionNamed(models, decision);
    const isThere = 'model' in named && named.model.decisions.some((each) => each.id === named.decision);
    return isThere ? [] : [{ rule: 'decision-exists', severity: 'warning', element, message: `expected the decision "${decision}" of ${element} in the folder decisions/ beside the file, but it is not there: without it the step comes to a stand` }];
  });
  return [...found, ...missing];
}
