import { readdir, readFile } from 'node:fs/promises';
import type { Data, Json } from '../../../engine/state.ts';
import { asTimeLimit } from '../../../engine/calendar/limit.ts';
import { officeDate } from '../../../engine/calendar/office-day.ts';
import { firstRole } from '../../../engine/step-roles.ts';
import { beginsPlainly, wordsSaid } from '../../../engine/words-between.ts';
import { changed, valueAt } from '../../../forms/field-path.ts';
import { limitOn } from '../../../procedures/in-force.ts';
import type { Scenario } from '../../../procedures/scenario.ts';
import type { Package } from '../../library/package.ts';

/**
 * A scenario that can be lived, with its application as it is filed. `filed`: people or the office file it, not another's word; `speaks`: it may begin
 * others; `urgent`: it is answered within minutes or hours; `byCitizen`: steps that the applicant does; `kind`: what kind of thing is reported, where a place is.
 */
export interface Tale { readonly key: string; readonly hash: string; readonly scenario: Scenario; readonly application: Data; readonly filed: boolean; readonly speaks: boolean; readonly urgent: boolean; readonly byCitizen: ReadonlySet<string>; readonly kind?: string }

/** The scenarios of the packages: the first of each is how it goes mostly. */
export async function talesOf(packages: string, versions: ReadonlyMap<string, { readonly hash: string; readonly pack: Package }>, today: string): Promise<ReadonlyMap<string, readonly Tale[]>> {
  const tales = new Map<string, Tale[]>();
  for (const [key, { hash, pack }] of [...versions].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const folder = `${packages}/${key}/scenarios`;
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).toSorted();
    const own: Tale[] = [];
    const { spot } = pack.procedure;
    const byCitizen = new Set(Object.values(pack.definition.nodes).flatMap(({ id, step }) => (firstRole(step) === 'applicant' ? [id] : [])));
    const traits = { byCitizen, filed: beginsPlainly(pack.definition), speaks: wordsSaid(pack.definition).length > 0, urgent: ['hour', 'minute'].includes(asTimeLimit(limitOn(pack.procedure, officeDate(today)).limit).unit) };
    for (const file of files) {
      const scenario = JSON.parse(await readFile(`${folder}/${file}`, 'utf8')) as Scenario;
      const given = JSON.parse(await readFile(`${folder}/applications/${scenario.filed.application}.json`, 'utf8')) as Data;
      if (scenario.silent !== undefined || scenario.filed.facts !== undefined || scenario.steps.some((step) => 'fail' in step || 'signal' in step || 'begin' in step)) continue;
      const application = Object.entries(scenario.filed.change ?? {}).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), given);
      const kind = spot?.kind === undefined || scenario.filed.change !== undefined ? undefined : valueAt(application, spot.kind);
      own.push({ key, hash, scenario, application, ...traits, ...(typeof kind === 'string' && { kind }) });
    }
    if (own.length > 0) tales.set(key, own);
  }
  return tales;
}
