import assert from 'node:assert/strict';
import type { Form } from '../../forms/form.ts';
import number from '../../procedures/construction-permit-house/forms/number.json' with { type: 'json' };
import reply from '../../procedures/construction-permit-house/forms/consultation-reply.json' with { type: 'json' };
import reception from '../../procedures/construction-permit-house/forms/reception.json' with { type: 'json' };
import { decisionWord } from './decision-word.ts';

const of = (file: unknown) => file as Form;

describe('the word on the button', () => {
  it('names the chosen decision', () => assert.equal(decisionWord(of(reception), { outcome: 'accept' })?.vi, 'Tiếp nhận'));
  it('names an opinion', () => assert.equal(decisionWord(of(reply), { opinion: 'object' })?.vi, 'Không đồng ý'));
  it('says nothing before a choice', () => assert.equal(decisionWord(of(reception), {}), undefined));
  it('says nothing for a step without a decision', () => assert.equal(decisionWord(of(number), {}), undefined));
});
