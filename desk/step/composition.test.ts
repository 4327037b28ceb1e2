import assert from 'node:assert/strict';
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import reception from '../../procedures/construction-permit-house/forms/reception.json' with { type: 'json' };
import review from '../../procedures/construction-permit-house/forms/review.json' with { type: 'json' };
import application from '../../procedures/construction-permit-house/forms/application.json' with { type: 'json' };
import { flagged, flagsIn, remarked, sendingChoice, sendsFlags, takesFlags, targetOf, toggled } from './composition.ts';

const at = '2026-11-22T03:00:00Z';
const form = reception as unknown as Form;
const whole = application as unknown as Form;

describe('composing a supplement request', () => {
  it('a step with rows for corrections takes flags, another does not', () => {
    assert.equal(takesFlags(form), true);
    assert.equal(takesFlags(review as unknown as Form), false);
  });

  it('pressing a place flags it, pressing again takes the flag and its remark away', () => {
    const once = toggled({}, 'field', 'work.footprint');
    assert.deepEqual(flagsIn(once), [{ target: 'field', path: 'work.footprint', remark: '' }]);
    assert.deepEqual(toggled(remarked(once, 'work.footprint', 'Đo lại'), 'field', 'work.footprint'), {});
  });

  it('remarks stay with their own place', () => {
    const two = toggled(toggled({}, 'field', 'work.footprint'), 'file', 'papers.landCert');
    assert.deepEqual(flagsIn(remarked(two, 'papers.landCert', 'Chụp lại')).map(({ remark }) => remark), ['', 'Chụp lại']);
  });

  it('finds the decision that sends the request by the rules of the form', () => {
    assert.deepEqual(sendingChoice(form, {}, at)?.value, 'supplement');
  });

  it('flagging before a decision decides for the supplement', () => {
    const answer = flagged(form, {}, 'field', 'work.footprint', at);
    assert.equal(answer['outcome'], 'supplement');
    assert.equal(sendsFlags(form, answer, at), true);
  });

  it('flagging after a decision leaves the decision alone', () => {
    const answer = flagged(form, { outcome: 'accept' }, 'field', 'work.footprint', at);
    assert.equal(answer['outcome'], 'accept');
    assert.equal(sendsFlags(form, answer, at), false);
  });

  it('files are told from answers', () => {
    const papers = whole.ui.pages.flatMap(({ fields }) => fields).find((id) => targetOf(whole, id) === 'file');
    assert.ok(papers, 'the application has at least one file field');
    assert.equal(targetOf(whole, 'work.footprint'), 'field');
  });

  it('rows that are no flags are not read as flags', () => {
    const cases: Data[] = [{}, { items: 'x' }, { items: [null, 3, {}] }];
    for (const answer of cases) assert.deepEqual(flagsIn(answer), []);
  });
});
