import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { publishFolder } from '../seed/foundation.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { shippedPackages } from '../testing/write-notices.ts';
import { decidedFor } from './decided.ts';

const folderOf = (name: string): string => new URL(`../../procedures/${name}`, import.meta.url).pathname;
/** Nobody files what the office begins: it is in the unit of whoever begins it. */
const isFiled = (name: string): boolean => !(JSON.parse(readFileSync(`${folderOf(name)}/procedure.json`, 'utf8')) as Procedure).channels.includes('office');
const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

describe('what is filed finds its unit', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => { house = await runHouse(); });
  after(() => house.stop());

  for (const name of shippedPackages.filter(isFiled)) {
    it(`of ${name}`, async () => {
      const folder = folderOf(name);
      const hash = await publishFolder(house.services, folder);
      const [first] = (await readdir(`${folder}/scenarios`)).filter((file) => file.endsWith('.json')).toSorted();
      const { filed } = await json<Scenario>(`${folder}/scenarios/${first}`);
      const application = await json<Data>(`${folder}/scenarios/applications/${filed.application}.json`);
      const unit = await house.store.read(async (tx) => {
        const pack = await house.services.library.version(tx, hash);
        return pack && (await decidedFor(tx, pack, application, filed.channel, filed.at)).unit;
      });
      assert.ok(unit !== undefined, 'no unit takes it');
    });
  }
});
