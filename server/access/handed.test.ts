import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import { publishFolder } from '../seed/foundation.ts';
import { counter, ward } from '../seed/units.ts';
import { doStep } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const folder = new URL('../../procedures/first-land-certificate', import.meta.url).pathname;
const applicant = { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định', idNo: '079085000001', phone: '0900000001' };

describe('a step that a procedure hands to another office', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let dossier = '';
  const asWho = new Map<string, Visitor>();
  before(async () => {
    house = await runHouse();
    const procedureHash = await publishFolder(house.services, folder);
    const application = JSON.parse(await readFile(`${folder}/scenarios/applications/house-land.json`, 'utf8')) as Data;
    const filed = await house.services.runtime.file({ actor: applicant.account, key: 'filed', procedureHash, unitId: ward, receivingUnitId: counter, application, applicant, channel: 'online', delivery: { method: 'electronic' }, decided: {} });
    assert.ok(filed.ok, JSON.stringify(filed));
    dossier = filed.value.dossierId;
    await house.work();
    for (const login of ['tiepnhan', 'thuly', 'datdai2', 'antoan2']) asWho.set(login, await house.visitor(login));
    await doStep(house, asWho.get('tiepnhan')!, dossier, 'reception', { checks: { identity: true, complete: true }, outcome: 'accept', difficult: false });
  });
  after(() => house.stop());

  const dossiers = async (login: string): Promise<readonly string[]> => ((await asWho.get(login)!.done('GET', '/api/desk/dossiers')) as unknown as { dossiers: readonly { id: string }[] }).dossiers.map(({ id }) => id);
  const status = async (login: string): Promise<number> => (await asWho.get(login)!.fetch('GET', `/api/desk/dossiers/${dossier}`)).status;

  it('shows that office the dossier, in lists and whole, and no other office', async () => {
    assert.deepEqual(await Promise.all(['thuly', 'datdai2', 'antoan2'].map(async (login) => [login, (await dossiers(login)).includes(dossier), await status(login)])), [
      ['thuly', true, 200], ['datdai2', true, 200], ['antoan2', false, 404],
    ]);
  });

  it('leaves the lists of that office with the step, and stays readable for what it did', async () => {
    await doStep(house, asWho.get('datdai2')!, dossier, 'extract', { source: 'map', mapSheetNo: '7', parcelNo: '88', area: 120 });
    assert.deepEqual([await dossiers('datdai2'), await status('datdai2'), await status('antoan2')], [[], 200, 404]);
  });
});
