import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compile } from '../../../forms/compile.ts';
import type { Form } from '../../../forms/form.ts';
import { house } from '../../../forms/testing/house.ts';
import { errorsOf } from '../testing/permit.ts';
import { askDelivery } from './ask-delivery.ts';

const form = JSON.parse(readFileSync(new URL('../../templates/states/forms/application.json', import.meta.url), 'utf8')) as Form;
const ways = [{ method: 'counter', name: { vi: 'Tại quầy', en: 'At the counter' } }, { method: 'post', name: { vi: 'Bưu điện', en: 'By post' } }] as const;
const values = (asked: Form) => asked.schema.properties?.['delivery']?.properties?.['method']?.enum;

describe('Asking how the result is wanted', () => {
  it('puts the question on a page of its own before the last, with the ways of the procedure', () => {
    const asked = askDelivery(form, ways);
    assert.deepEqual(errorsOf(asked).filter((error) => !errorsOf(form).includes(error)), []);
    assert.deepEqual(values(asked), ['counter', 'post']);
    const at = asked.ui.pages.findIndex(({ fields }) => fields.includes('delivery.method'));
    assert.equal(at, asked.ui.pages.length - 2);
    assert.deepEqual(asked.ui.pages.toSpliced(at, 1), form.ui.pages);
    assert.deepEqual(asked.ui.fields['delivery.method']?.options?.map(({ label }) => label.en), ['At the counter', 'By post']);
    compile(asked);
  });

  it('is not asked twice: what is offered becomes what the procedure has', () => {
    const asked = askDelivery(askDelivery(form, ways), [ways[1]]);
    assert.deepEqual(values(asked), ['post']);
    assert.equal(asked.ui.pages.filter(({ fields }) => fields.includes('delivery.method')).length, 1);
    assert.deepEqual(values(askDelivery(house, ways)), ['counter', 'post']);
  });
});
