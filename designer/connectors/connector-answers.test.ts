import { strict as assert } from 'node:assert';
import { connectorAnswers } from './connector-answers.ts';

const group = { vi: 'Bước: Hỏi thuế', en: 'Step: Ask the tax office' };
const answered = (answer: unknown) => connectorAnswers(JSON.stringify({ answer }), 'tax', group).map(({ name, kind, label, options }) => [name, kind, label.vi, ...(options ? [options.map(({ value }) => value)] : [])]);

describe('what a connector answers, for the conditions behind its step', () => {
  it('each value by its name and kind, called by its title', () => {
    assert.deepEqual(answered({ type: 'object', properties: { number: { type: 'string', title: 'Mã số thuế' }, paid: { type: 'boolean' }, owed: { type: ['number', 'null'] }, years: { type: 'integer' }, state: { type: 'string', enum: ['open', 'closed'] } } }), [
      ['tax.number', 'text', 'Mã số thuế'], ['tax.paid', 'yesNo', 'paid'], ['tax.owed', 'number', 'owed'], ['tax.years', 'number', 'years'], ['tax.state', 'choice', 'state', ['open', 'closed']],
    ]);
  });

  it('of a group what is in it; lists and what may be of several kinds are left to FEEL', () => {
    assert.deepEqual(answered({ type: 'object', properties: { bill: { type: 'object', properties: { total: { type: 'number' } } }, lines: { type: 'array', items: { type: 'string' } }, either: { type: ['string', 'number'] } } }), [['tax.bill.total', 'number', 'total']]);
  });

  it('nothing where the text cannot be read, or says of no answer', () => {
    assert.deepEqual([connectorAnswers('{', 'tax', group), connectorAnswers('{}', 'tax', group)], [[], []]);
  });
});
