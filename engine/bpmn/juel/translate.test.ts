import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../expression/feel.ts';
import type { Data, Json } from '../../state.ts';
import { keepsTo } from '../../testing/bar.ts';
import { translate } from './translate.ts';

const feelOf = (text: string): string => {
  const translated = translate(text);
  assert.ok('feel' in translated, JSON.stringify(translated));
  return translated.feel;
};

describe('The expression language of Camunda 7 becomes FEEL', () => {
  const written: Readonly<Record<string, string>> = {
    '${approved}': 'approved',
    '#{approved}': 'approved',
    '${!approved}': 'not(approved)',
    '${not approved}': 'not(approved)',
    '${order.customer.name}': 'order.customer.name',
    '${amount > 1000 && !express || vip}': 'amount > 1000 and not(express) or vip',
    '${amount ge 1000 and (vip or express)}': 'amount >= 1000 and (vip or express)',
    "${status == 'open'}": 'status = "open"',
    '${status ne "a\\"b"}': 'status != "a\\"b"',
    '${a - (b - c)}': 'a - (b - c)',
    '${(a + b) * -c div 2}': '(a + b) * -c / 2',
    '${a ? b : c ? d : e}': 'if a then b else (if c then d else e)',
    '${items[0].price}': 'items[1].price',
    "${prices['a b']}": 'get value(prices, "a b")',
    "${prices['tea']}": 'prices.tea',
    '${items.size() > 2}': 'count(items) > 2',
    "${execution.hasVariable('x')}": 'x != null',
    '${x == null}': 'x = null',
    '${1.5e3}': '1500',
    'abc': '"abc"',
    'price: \\${x}': '"price: ${x}"',
    '${dateTime().plusDays(3)}': 'now() + duration("P3D")',
    '${nrOfCompletedInstances / nrOfInstances}': 'numberOfCompletedInstances / numberOfInstances',
    '${names[loopCounter]}': 'if (loopCounter - 1) instance of number then names[loopCounter - 1 + 1] else get value(names, loopCounter - 1)',
    "${x == '}'}": 'x = "}"',
  };
  for (const [juel, feel] of Object.entries(written)) it(juel, () => assert.equal(feelOf(juel), feel));

  const meant: readonly (readonly [juel: string, data: Data, value: Json])[] = [
    ['${empty x}', { x: '' }, true], ['${empty x}', { x: [] }, true], ['${empty x}', { x: {} }, true], ['${empty x}', { x: null }, true], ['${empty x}', {}, true],
    ['${empty x}', { x: 'a' }, false], ['${empty x}', { x: [1] }, false], ['${empty x}', { x: 0 }, false], ['${!empty x && x.size() == 2}', { x: [1, 2] }, true],
    ['${a % 3}', { a: 7 }, 1], ['${a % 3}', { a: -7 }, -1], ['${a mod b}', { a: 7, b: -3 }, 1], ['${10 / 4}', {}, 2.5],
    ['${a > b ? a : b}', { a: 1, b: 2 }, 2], ['${items[i].n}', { items: [{ n: 'x' }, { n: 'y' }], i: 1 }, 'y'], ['${names[loopCounter]}', { names: ['a', 'b'], loopCounter: 2 }, 'b'], ['${map[key]}', { map: { k: 5 }, key: 'k' }, 5],
    ['Order ${id} of ${who}', { id: 7, who: null }, 'Order 7 of '], ['${names.contains("An")}', { names: ['An'] }, true], ['${name.contains("n")}', { name: 'An' }, true],
    ["${execution.getVariable('x') == true}", {}, false], ["${execution.getVariable('x') == true}", { x: true }, true],
    ['${a == b == c}', { a: 1, b: 1, c: true }, true], ['${1 < 2 == true}', {}, true], ['${-a - -b}', { a: 1, b: 3 }, 2], ['${order.date}', { order: { date: 'd' } }, 'd'],
    ['${date}', { date: 'd' }, 'd'], ['${count + 1}', { count: 1 }, 2], ['${list[0]}', { list: [4] }, 4], ['${item.in}', { item: { in: 3 } }, 3], ['${number}', { number: 3 }, 3],
    ["${người.tên == 'Ân'}", { người: { tên: 'Ân' } }, true],
  ];
  for (const [juel, data, value] of meant) {
    it(`${juel} over ${JSON.stringify(data)} means ${JSON.stringify(value)}`, () => {
      const result = evaluate(feelOf(juel), data, '2026-01-05T01:00:00.000Z');
      assert.deepEqual(result, { value, missing: [], warnings: [] });
    });
  }

  const refused: Readonly<Record<string, RegExp>> = {
    '${bean.doIt(x)}': /"bean.doIt\(…\)" is code of the other engine/,
    '${execution.processInstanceId}': /"execution" is an object of the other engine/,
    '${execution.getVariable(name)}': /only the other engine knows/,
    '${task.assignee}': /"task" is an object/,
    '${currentUser()}': /no function "currentUser"/,
    '${a instanceof B}': /did not expect "instanceof"/,
    '${a +}': /ends too early/,
    '${a': /brace is not closed/,
    '${}': /ends too early/,
    '${a ; b}': /did not expect "; b"/,
    '${a$b}': /"a\$b" cannot be a name in FEEL/,
    '${return}': /"return" cannot be a name/,
    '${x.substring(1, 2)}': /code of the other engine/,
    [`\${${'('.repeat(500)}x${')'.repeat(500)}}`]: /levels of nesting/,
    [`\${${'!'.repeat(1500)}x}`]: /levels of nesting/,
    [`\${x${'[0]'.repeat(300)}}`]: /levels of nesting/,
    [`\${${'a%'.repeat(900)}a}`]: /more than 2000 characters/,
    [`\${${'a'.repeat(3000)}}`]: /more than 2000 characters/,
  };
  for (const [juel, reason] of Object.entries(refused)) {
    it(`or is refused: ${juel.slice(0, 60)}`, () => {
      const translated = translate(juel);
      assert.ok('failed' in translated, JSON.stringify(translated));
      assert.match(translated.failed, reason);
    });
  }

  it('never throws and never takes long, whatever is written', () => {
    const piece = fc.constantFrom('${', '#{', '}', '(', ')', '[', ']', '.', ' ', 'a', 'empty ', '!', '-', '%', '?', ':', "'", '"', '\\', '1', ',', 'x(', ' and ', '==', 'execution', 'getVariable', 'đ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const started = performance.now();
      const translated = translate(pieces.join(''));
      assert.ok('feel' in translated !== 'failed' in translated);
      assert.ok(keepsTo(performance.now() - started, 500));
    }), { numRuns: 500 });
  });
});
