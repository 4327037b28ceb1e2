import { readdir, readFile } from 'node:fs/promises';
import type { Data, Json } from '../../../engine/state.ts';
import { changed } from '../../../forms/field-path.ts';
import type { Scenario } from '../../../procedures/scenario.ts';

/** A scenario that can be lived, with its application as it is filed. */
export interface Tale { readonly key: string; readonly hash: string; readonly scenario: Scenario; readonly application: Data }

/** The scenarios of the packages: the first of each is how it goes mostly. Those that need another system's answers are left out, as nobody gives them here. */
export async function talesOf(packages: string, hashes: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly Tale[]>> {
  const tales = new Map<string, Tale[]>();
  for (const [key, hash] of [...hashes].toSorted()) {
    const folder = `${packages}/${key}/scenarios`;
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).toSorted();
    const own: Tale[] = [];
    for (const file of files) {
      const scenario = JSON.parse(await readFile(`${folder}/${file}`, 'utf8')) as Scenario;
      const given = JSON.parse(await readFile(`${folder}/applications/${scenario.filed.application}.json`, 'utf8')) as Data;
      if (scenario.connectors !== undefined || scenario.steps.some((step) => 'fail' in step || 'signal' in step || 'begin' in step)) continue;
      const application = Object.entries(scenario.filed.change ?? {}).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), given);
      own.push({ key, hash, scenario, application });
    }
    if (own.length > 0) tales.set(key, own);
  }
  return tales;
}
