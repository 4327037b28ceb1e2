import { strict as assert } from 'node:assert';
import type { Data } from '../../engine/state.ts';
import type { DeskDossier } from '../api/desk.ts';
import type { DraftChecked } from '../api/draft.ts';
import type { LookedUpAt } from '../api/look-up.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { fileHouse, houseAnswers } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { planning } from './planning.ts';

const at = '2026-11-19T02:00:00.000Z';

describe('planning looked up for an application', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    await drawWard(house.services);
  });
  after(() => house.stop());
  const found = (inputs: Data) => house.store.read((tx) => planning(tx, inputs, at));
  const parcelOf = async (use: string) => {
    const rows = await house.store.read((tx) => tx.planFeatures.find({}));
    const row = rows.find(({ properties }) => (properties as { use?: string }).use?.includes(use));
    return { sheet: row!.sheet!, parcels: [row!.parcel!] };
  };

  it('keeps zones, who manages them, and the sources with their days', async () => {
    const answer = await found(await parcelOf('khu công nghiệp'));
    assert.deepEqual(answer?.['managedBy'], ['zone-board']);
    assert.deepEqual([answer?.['found'], answer?.['day']], [true, '2026-11-19']);
    assert.ok((answer?.['sources'] as { sourceDate: string }[] | undefined)?.every(({ sourceDate }) => sourceDate === '2026-06-30'));
    assert.match(String((answer?.['said'] as { vi?: string } | undefined)?.vi), /Khu công nghiệp Mẫu \(KCN-1\): không được xây nhà ở/);
  });

  const asked: [string, Data, boolean][] = [
    ['nothing that is asked with', {}, false],
    ['a parcel that no map knows', { sheet: '99', parcels: ['1'] }, false],
    ['a parcel that no map knows, and its address', { sheet: '99', parcels: ['1'], address: '12 Đường Mẫu Một' }, true],
    ['a street without a house', { address: 'Đường Mẫu Chín' }, false],
    ['a place in the ward', { latitude: 9.902857, longitude: 107.302284 }, true],
    ['a place elsewhere', { latitude: 21, longitude: 105.8 }, false],
    ['values of the wrong kind', { sheet: 45, parcels: { a: 1 }, address: ['x'], latitude: 'x', longitude: null }, false],
  ];
  for (const [what, inputs, expected] of asked) it(`finds ${expected ? 'something' : 'nothing'} for ${what}`, async () => assert.equal((await found(inputs)) !== undefined, expected));

  it('gathers what is planned for several parcels', async () => {
    const [one, other] = [await found({ address: '2 Đường Mẫu Một' }), await found({ address: '1 Đại lộ Sen Mẫu' })];
    const parcels = [one, other].flatMap((answer) => ((answer?.['parcels'] ?? []) as { sheet: string; parcel: string }[]));
    assert.equal(parcels[0]!.sheet, parcels[1]!.sheet);
    const both = await found({ sheet: parcels[0]!.sheet, parcels: parcels.map(({ parcel }) => parcel) });
    assert.deepEqual((both?.['zones'] as { code: string }[] | undefined)?.map(({ code }) => code), ['ODT-1', 'HH-1']);
  });

  it('tells the citizen at the question that it is about, and the answer that it means, if any', async () => {
    const citizen = await house.visitor('congdan1', 'en');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string; revision: number; lookUpsAt: string[] };
    assert.deepEqual(draft.lookUpsAt, ['site.zoneCheck']);
    const park = await parcelOf('khu công nghiệp');
    const sites = [{}, { mapSheetNo: park.sheet, parcelNo: park.parcels }, { mapSheetNo: '45', parcelNo: ['1'] }, { mapSheetNo: 45, parcelNo: {}, address: 'nowhere' }];
    for (const [index, [site, found, suggested]] of ([[sites[0]!, false, null], [sites[1]!, true, 'yes'], [sites[2]!, true, null], [sites[3]!, false, null]] as const).entries()) {
      await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision + index, data: { site } });
      const { lookUps } = (await citizen.done('GET', `/api/drafts/${draft.id}/look-ups`)) as unknown as { lookUps: LookedUpAt[] };
      assert.deepEqual(lookUps.map((one) => [one.question, one.found, one.suggested]), [['site.zoneCheck', found, suggested]], JSON.stringify(site));
    }
  });

  it('tells the citizen before filing, decides whose it is, and stays with the dossier', async () => {
    const citizen = await house.visitor('congdan1', 'en');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string; revision: number };
    const check = async (site: Data, revision: number) => {
      const data = await houseAnswers(citizen, draft.id);
      await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision, data: { ...data, site: { ...(data['site'] as Data), ...site } } });
      return (await citizen.done('POST', `/api/drafts/${draft.id}/check`)) as unknown as DraftChecked;
    };
    const park = await parcelOf('khu công nghiệp');
    const barred = await check({ mapSheetNo: park.sheet, parcelNo: park.parcels }, draft.revision);
    assert.deepEqual(barred.errors.map(({ message }) => message), ['This belongs to the Management board of the zone, which takes no applications here.']);
    const free = await check({ mapSheetNo: '45', parcelNo: ['1'] }, draft.revision + 1);
    assert.deepEqual(free.errors, []);
    assert.deepEqual(free.lookUps.map(({ name, found: there, day }) => [name.en, there, day]), [['Planning of the parcel', true, '2026-11-19']]);

    const { dossier } = await fileHouse(house, citizen);
    await house.work();
    const seen = (await (await house.visitor('tiepnhan')).done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as DeskDossier;
    assert.equal(seen.lookUps.length, 1);
    assert.equal(seen.lookUps[0]?.sources[0]?.sourceDate, '2026-06-30');
    assert.equal((seen.facts['competence'] as Data)['unitKind'], 'commune');
    // Another version of the map changes nothing of what the dossier was filed on.
    assert.equal(((seen.facts['lookUps'] as Data)['planning'] as Data)['day'], '2026-11-19');
  });
});
