import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { evaluate } from '../../../forms/evaluate.ts';
import { expand } from '../../../forms/expand.ts';
import { small } from '../../../forms/testing/small.ts';
import { vi } from '../../words/vi.ts';
import { errorsOf, permit } from '../testing/permit.ts';
import { feelNamesFor, namedFor, type RuleKind } from './questions.ts';
import { addRule, entriesByPage, removeRule, setRule, setRuleText } from './entries.ts';
import { freshSentence } from '../../conditions/fresh.ts';
import { answersFor } from './make-answer.ts';
import { feelFault } from '../../conditions/feel/fault.ts';
import { ruleWords } from './phrases.ts';
import { readSentence } from '../../conditions/read-sentence.ts';
import { verdictOf } from './verdict.ts';
import { writeSentence } from '../../conditions/write-sentence.ts';

const at = '2026-11-22T03:00:00Z';
const expanded = expand(permit);
const all = entriesByPage(expanded).flatMap(({ entries }) => entries);
const text = (key: string, values: Readonly<Record<string, string | number>> = {}) => ((vi as Record<string, string>)[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

describe('the rules of a form as a list', () => {
  it('has every rule once, and every condition of a page', () => {
    assert.equal(all.length, permit.rules.length + permit.ui.pages.filter(({ when }) => when !== undefined).length);
    assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
  });

  it('stands in the order of the pages', () => {
    const order = entriesByPage(expanded).map(({ page }) => permit.ui.pages.findIndex(({ id }) => id === page));
    assert.deepEqual(order, order.toSorted((one, other) => one - other));
  });

  for (const kind of ['show', 'require', 'compute', 'warn', 'refuse'] as const satisfies readonly RuleKind[]) {
    it(`adds a rule of the kind ${kind} that the checker accepts, and takes it away again`, () => {
      const begin = freshSentence(namedFor(expanded, 'owner.email', kind))!;
      const { form, key } = addRule(permit, kind, 'owner.email', kind === 'compute' ? '"x"' : writeSentence(begin, namedFor(expanded, 'owner.email', kind)));
      assert.deepEqual(errorsOf(form), []);
      assert.equal(key, `rule ${permit.rules.length}`);
      assert.deepEqual(removeRule(form, { rule: permit.rules.length }), permit);
    });
  }

  it('gives a page a condition of its own, changes it and takes it away', () => {
    const { form, key } = addRule(permit, 'show', 'permit-kind', 'owner.email = null');
    assert.equal(key, 'page permit-kind');
    assert.equal(setRuleText(form, { page: 'permit-kind' }, 'true').ui.pages[0]?.when, 'true');
    assert.deepEqual(removeRule(form, { page: 'permit-kind' }), permit);
  });

  it('changes one rule and no other', () => {
    const changed = setRule(permit, 0, { show: 'owner.representative', when: 'true' });
    assert.deepEqual(changed.rules.slice(1), permit.rules.slice(1));
    const computed = permit.rules.findIndex((rule) => 'compute' in rule);
    assert.equal((setRuleText(permit, { rule: computed }, '1').rules[computed] as { value: string }).value, '1');
  });

  const said: [string, string][] = [
    ['owner.representative', 'Hiện “Người đại diện của tổ chức” khi “Chủ nhà là” là Tổ chức'],
    ['limited-until', 'Hiện trang “Bạn xin giấy phép đến ngày nào?” khi “Loại giấy phép” là Giấy phép có thời hạn'],
    ['delivery.copies', 'Hiện “Số bản giấy” khi “Cách nhận kết quả” là một trong Bưu điện giao tận nhà, Nhận tại Bộ phận Một cửa'],
    ['work.footprint', 'Không nhận “Diện tích xây dựng tầng 1” khi “Diện tích xây dựng tầng 1” lớn hơn “Diện tích lô đất”: “Diện tích tầng 1 không được lớn hơn diện tích lô đất”'],
    ['work.far', '“Hệ số sử dụng đất” tự tính: work.totalFloor / site.landArea'],
  ];
  for (const [target, expected] of said) it(`says the rule about ${target} as a sentence`, () => {
    const entry = all.find((one) => one.target === target)!;
    const named = namedFor(expanded, target, entry.kind);
    const words = ruleWords(entry, entry.kind === 'compute' ? undefined : readSentence(entry.text, named), { text, language: 'vi', expanded, named });
    assert.equal(words, expected);
  });
});

it('knows every name that the rules of the permit use', () => {
  for (const { target, kind, text: feel } of all) assert.equal(feelFault(text, feel, feelNamesFor(expanded, target, kind).map(({ name }) => name)), undefined, feel);
});

describe('the test bench of a rule', () => {
  const form = small({ married: { type: 'boolean' }, area: { type: 'number' }, spouse: { $ref: 'motcua:line' }, rows: { type: 'array', items: { type: 'object', properties: { height: { type: 'number' }, why: { $ref: 'motcua:line' } } } }, half: { type: 'number' } }, [
    { show: 'spouse', when: 'married = true and area > 10' }, { show: 'rows[].why', when: 'row.height > 3' }, { compute: 'half', value: 'area / 2' }, { warn: 'area', when: 'sqrt(', message: { vi: 'x', en: 'x' } },
  ]);
  const own = expand(form);
  const [spouse, why, half, broken] = ['spouse', 'rows[].why', 'half', 'area'].map((target) => entriesByPage(own).flatMap(({ entries }) => entries).find((entry) => entry.target === target)!);
  const judge = (entry: NonNullable<typeof spouse>, answer: Parameters<typeof evaluate>[1]) => {
    const named = namedFor(own, entry.target, entry.kind);
    return verdictOf(entry, readSentence(entry.text, named), named, evaluate(form, answer, at), at);
  };

  it('says which condition holds, and what was answered', () => {
    assert.deepEqual(judge(spouse!, { married: true, area: 5 }), { result: 'not', parts: [{ holds: true, answer: true }, { holds: false, answer: 5 }], looked: [{ name: 'married', answer: true }, { name: 'area', answer: 5 }] });
    assert.equal(judge(spouse!, { married: true, area: 50 }).result, 'holds');
    assert.equal(judge(spouse!, {}).result, 'not');
  });
  it('judges a column by its row, and says when there is none', () => {
    assert.equal(judge(why!, {}).result, 'none');
    assert.equal(judge(why!, { rows: [{ height: 4 }] }).result, 'holds');
    assert.equal(judge(why!, { rows: [{ height: 1 }] }).result, 'not');
  });
  it('shows the value of a formula, and that one cannot be computed', () => {
    assert.equal(judge(half!, { area: 5 }).value, 2.5);
    assert.equal(judge(broken!, {}).result, 'failed');
  });

  it('finds answers with which each sentence of the permit holds, and others with which it does not', () => {
    const sentences = all.flatMap((entry) => {
      const named = namedFor(expanded, entry.target, entry.kind);
      const sentence = entry.kind === 'compute' ? undefined : readSentence(entry.text, named);
      return sentence ? [{ entry, named, sentence }] : [];
    });
    assert.ok(sentences.length > 20);
    fc.assert(fc.property(fc.constantFrom(...sentences), fc.boolean(), ({ entry, named, sentence }, holds) => {
      // A number that is compared with another answer needs that answer first.
      const answer = answersFor(sentence, named, holds, { site: { landArea: 50 }, work: { footprint: 40, totalFloor: 60 } }, '2026-11-22');
      const value = { ...evaluate(permit, answer, at), value: answer };
      assert.equal(verdictOf(entry, sentence, named, value, at).result, holds ? 'holds' : 'not', entry.text);
    }), { numRuns: 100 });
  });
});
