import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DecisionModel } from '../../engine/decision/model.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Environment } from '../../engine/environment.ts';
import { environmentOf } from '../../procedures/environment.ts';

/** Decisions in the folder `decisions/` beside the process, as in a package. */
export async function decisionsBeside(file: string): Promise<Environment> {
  const folder = join(dirname(file), 'decisions');
  const models = new Map<string, DecisionModel>();
  for (const name of await readdir(folder).catch(() => [])) {
    const reading = name.endsWith('.dmn') ? await readDmn(await readFile(join(folder, name), 'utf8')) : undefined;
    if (reading !== undefined && 'decisions' in reading) models.set(name.slice(0, -'.dmn'.length), reading.decisions);
  }
  return environmentOf(models);
}
