import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { Form } from '../../forms/form.ts';
import type { ServiceSheet } from '../api/procedure.ts';
import { runHouse } from '../testing/running-house.ts';
import { withPostage } from './postage.ts';

const folder = new URL('../../procedures', import.meta.url).pathname;
const hintOf = (form: Form) => form.ui.fields['delivery.method']?.options?.find(({ value }) => value === 'post')?.hint;

describe('postage beside the choice of the post', () => {
  let offering = 0;
  for (const key of readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/procedure.json`))) {
    it(`stands in the application of ${key} where it offers the post, with its source`, async () => {
      const loading = await loadPackage(await readFolder(`${folder}/${key}`));
      assert.ok('package' in loading);
      const { procedure, forms } = loading.package;
      const form = forms.get(procedure.forms.application)!;
      const told = hintOf(withPostage(form, loading.package, { amount: 30_000, document: '1/QĐ-BĐ' }));
      if (!procedure.delivery.some(({ method }) => method === 'post')) return assert.equal(told, hintOf(form));
      offering += 1;
      for (const language of ['vi', 'en'] as const) assert.match(told?.[language] ?? '', /30\.000 đ \(1\/QĐ-BĐ\)$/);
      assert.match(hintOf(withPostage(form, loading.package, undefined))?.vi ?? '', /Bưu điện báo mức cước\.$/);
    });
  }
  it('was looked at in some', () => assert.ok(offering >= 5, String(offering)));

  it('is what the city has set from that day on, by a document, and no ward sets it', async function () {
    this.timeout(60_000);
    const house = await runHouse();
    const admin = await house.visitor('quantri');
    const key = 'construction-permit-house';
    const told = async () => ({
      form: hintOf(((await admin.done('GET', `/api/procedures/${key}/forms/application`)) as unknown as { form: Form }).form)?.vi,
      sheet: ((await admin.done('GET', `/api/procedures/${key}`)) as unknown as ServiceSheet).postage,
    });
    assert.deepEqual((await told()).sheet, { amount: 30_000, document: 'Mức giả định của dữ liệu mẫu' });
    const body = { procedure: null, name: 'postage', value: 35_000, document: '2/QĐ-BĐ (giả định)', from: '2026-11-20T00:00:00.000Z' };
    const set = async (unit: string, change: object) => (await admin.json('POST', `/api/units/${unit}/settings`, { ...body, ...change })).status;
    assert.deepEqual([await set('ward-99001', {}), await set('city', { document: null }), await set('city', { value: -1 }), await set('city', { value: 1.5 }), await set('city', { value: true }), await set('city', {})], [422, 422, 422, 422, 422, 201]);
    assert.match((await told()).form ?? '', /: 30\.000 đ \(Mức giả định của dữ liệu mẫu\)$/);
    house.clock.set('2026-11-20T01:00:00.000Z');
    assert.match((await told()).form ?? '', /: 35\.000 đ \(2\/QĐ-BĐ \(giả định\)\)$/);
    await house.stop();
  });
});
