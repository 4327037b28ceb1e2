import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Data } from '../engine/state.ts';
import { evaluate } from './evaluate.ts';
import { valueAt } from './field-path.ts';
import type { Form, Rule } from './form.ts';
import { answer, at, house } from './testing/house.ts';
import { small } from './testing/small.ts';

const yesNo = { type: 'boolean' } as const;
const number = { type: 'number' } as const;

describe('the rules of a form', () => {
  it('makes a hidden field absent, whatever was answered before', () => {
    const { value, hidden } = evaluate(house, { ...answer, neighbourCommitment: [{ file: 'f-2' }] }, at);
    assert.equal('neighbourCommitment' in value, false);
    assert.ok(hidden.has('neighbourCommitment'));
  });

  it('shows and requires a field when its condition holds', () => {
    const adjoining = { ...answer, site: { ...(answer.site as Data), adjoining: true } };
    const { hidden, required } = evaluate(house, adjoining, at);
    assert.equal(hidden.has('neighbourCommitment'), false);
    assert.ok(required.has('neighbourCommitment'));
  });

  it('hides a page with its fields, and shows it again', () => {
    const without = evaluate(house, { ...answer, work: { ...(answer.work as Data), currentUse: 'Nhà cấp bốn' } }, at);
    assert.equal(without.pages.has('present'), false);
    assert.equal(valueAt(without.value, 'work.currentUse'), undefined);
    assert.ok(evaluate(house, { ...answer, permitKind: 'repair' }, at).pages.has('present'));
  });

  it('computes and rounds, and forgets what it can no longer compute', () => {
    assert.equal(valueAt(evaluate(house, answer, at).value, 'work.density'), 75);
    const unknown = { ...answer, site: {}, work: { ...(answer.work as Data), density: 99 } };
    assert.equal(valueAt(evaluate(house, unknown, at).value, 'work.density'), undefined);
  });

  it('judges each row of a repeating group by itself', () => {
    const floors = [{ name: 'basement', area: 10 }, { name: 'ground', area: 60, use: 'Bếp' }];
    const { hidden, required, value } = evaluate(house, { ...answer, work: { ...(answer.work as Data), floors } }, at);
    assert.deepEqual([hidden.has('work.floors.0.use'), hidden.has('work.floors.1.use')], [false, true]);
    assert.ok(required.has('work.floors.0.use'));
    assert.deepEqual(valueAt(value, 'work.floors.1'), { name: 'ground', area: 60 });
  });

  it('warns without refusing, and refuses with the words of the form', () => {
    const { warnings, refusals } = evaluate(house, { ...answer, work: { ...(answer.work as Data), totalFloor: 121, footprint: 90 } }, at);
    assert.deepEqual(warnings.map(({ path }) => path), ['work.totalFloor']);
    assert.deepEqual(refusals.map(({ path, message }) => [path, message.vi.slice(0, 9)]), [['work.footprint', 'Diện tích']]);
  });

  it('takes one condition that holds as enough to show a field', () => {
    const form = small({ a: yesNo, b: yesNo, c: yesNo }, [{ show: 'c', when: 'a = true' }, { show: 'c', when: 'b = true' }]);
    const shown = [{}, { a: true }, { b: true }, { a: false, b: false }].map((given) => !evaluate(form, given, at).hidden.has('c'));
    assert.deepEqual(shown, [false, true, true, false]);
  });

  it('follows a chain: what is hidden hides what asks for it', () => {
    const form = small({ a: yesNo, b: yesNo, c: yesNo }, [{ show: 'c', when: 'b = true' }, { show: 'b', when: 'a = true' }]);
    assert.deepEqual(evaluate(form, { a: false, b: true, c: true }, at).value, { a: false });
  });

  it('reads today from the instant given, in Vietnam', () => {
    const form = small({ day: { type: 'string', format: 'date' } }, [{ warn: 'day', when: 'date(day) = today()', message: { vi: 'Hôm nay', en: 'Today' } }]);
    assert.equal(evaluate(form, { day: '2026-11-23' }, '2026-11-22T17:00:00Z').warnings.length, 1);
    assert.equal(evaluate(form, { day: '2026-11-23' }, '2026-11-22T16:59:59Z').warnings.length, 0);
  });

  it('refuses rules that wait for each other, naming the circle', () => {
    const form = small({ a: number, b: number }, [{ compute: 'a', value: 'b + 1' }, { compute: 'b', value: 'a + 1' }]);
    assert.throws(() => evaluate(form, {}, at), /wait for each other.*a → b|wait for each other.*b → a/);
  });

  it('gives the same whatever the order of the rules in the file', () => {
    const rules: Rule[] = [
      { show: 'b', when: 'a > 2' }, { compute: 'c', value: 'a + b' }, { show: 'd', when: 'c != null' }, { compute: 'e', value: 'if d = null then 0 else d * 2' },
      { require: 'd', when: 'b > 1' }, { warn: 'e', when: 'e > 5', message: { vi: 'Lớn', en: 'Large' } },
    ];
    const properties = { e: number, d: number, c: number, b: number, a: number };
    const numbers = fc.record({ a: fc.integer({ min: 0, max: 5 }), b: fc.integer({ min: 0, max: 5 }), c: fc.integer(), d: fc.integer({ min: 0, max: 5 }), e: fc.integer() }, { requiredKeys: [] });
    fc.assert(fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), fc.shuffledSubarray(Object.keys(properties), { minLength: 5 }), numbers, (order, keys, given) => {
      const shuffled = small(Object.fromEntries(keys.map((key) => [key, number])), order);
      const [one, other] = [shuffled, small(properties, rules)].map((form: Form) => evaluate(form, given, at));
      assert.deepEqual(one!.value, other!.value);
      assert.deepEqual(one!.hidden, other!.hidden);
      assert.deepEqual(one!.required, other!.required);
    }), { numRuns: 50 });
  });

  it('changes nothing more when evaluated again', () => {
    const once = evaluate(house, answer, at);
    assert.deepEqual(evaluate(house, once.value, at).value, once.value);
  });
});
