import assert from 'node:assert/strict';
import type { Data, Json } from '../state.ts';
import { decide } from './evaluate.ts';
import { table, xml } from './table.fixture.ts';
import { readDmn } from './read.ts';

const at = '2026-03-01T00:00:00Z';

async function answer(source: string, input: Data, decision = 'Answer') {
  const read = await readDmn(source);
  assert.ok('decisions' in read, JSON.stringify(read));
  return decide(read.decisions, decision, input, at);
}

type Row = readonly [policy: string, aggregation: string, n: number, expected: Json | RegExp, rules: readonly string[]];

const fees = [['< 5', '10'], ['[3..8]', '20'], ['> 7', '10']] as const;
const rows: readonly Row[] = [
  ['UNIQUE', '', 1, 10, ['rule1']],
  ['UNIQUE', '', 4, /one rule to match, but the rules rule1, rule2 do, for n = 4/, []],
  ['UNIQUE', '', 6, 20, ['rule2']],
  ['FIRST', '', 4, 10, ['rule1']],
  ['ANY', '', 9, 10, ['rule3']],
  ['ANY', '', 4, /rules rule1, rule2 do not/, []],
  ['PRIORITY', '', 4, 20, ['rule1', 'rule2']],
  ['OUTPUT ORDER', '', 4, [20, 10], ['rule1', 'rule2']],
  ['RULE ORDER', '', 4, [10, 20], ['rule1', 'rule2']],
  ['COLLECT', '', 4, [10, 20], ['rule1', 'rule2']],
  ['COLLECT', 'SUM', 4, 30, ['rule1', 'rule2']],
  ['COLLECT', 'MIN', 4, 10, ['rule1', 'rule2']],
  ['COLLECT', 'MAX', 4, 20, ['rule1', 'rule2']],
  ['COLLECT', 'COUNT', 4, 2, ['rule1', 'rule2']],
];

describe('A decision table', () => {
  for (const [policy, aggregation, n, expected, rules] of rows) {
    it(`${policy} ${aggregation} of n = ${n} ${expected instanceof RegExp ? 'fails' : `is ${JSON.stringify(expected)}`}`, async () => {
      const result = await answer(xml(table({ policy, aggregation, inputs: [{ text: 'n', type: 'number' }], outputs: [{ name: 'fee', values: '20, 10' }], rules: fees })), { n });
      if (expected instanceof RegExp) return assert.match('failed' in result ? result.failed : JSON.stringify(result), expected);
      return assert.deepEqual(result, { value: expected, rules, warnings: [] });
    });
  }

  const small = (extra: object = {}) => xml(table({ policy: 'UNIQUE', inputs: [{ text: 'n', type: 'number' }], outputs: [{ name: 'fee' }], rules: [['1', '10']], ...extra }));
  it('fails when no rule matches', async () => assert.match(JSON.stringify(await answer(small(), { n: 2 })), /none does, and there is no default, for n = 2/));
  it('answers its default when no rule matches', async () => assert.deepEqual(await answer(small({ outputs: [{ name: 'fee', otherwise: '7' }] }), { n: 2 }), { value: 7, rules: [], warnings: [] }));
  it('collects nothing when no rule matches', async () => assert.deepEqual(await answer(small({ policy: 'COLLECT' }), { n: 2 }), { value: [], rules: [], warnings: [] }));
  it('counts zero when no rule matches', async () => assert.deepEqual(await answer(small({ policy: 'COLLECT', aggregation: 'COUNT' }), { n: 2 }), { value: 0, rules: [], warnings: [] }));
  it('warns of a missing input', async () => assert.deepEqual(await answer(small({ rules: [['-', '10']] }), {}), { value: 10, rules: ['rule1'], warnings: ['"n" is missing in the data and counts as null'] }));
  it('refuses a value its input does not have', async () => assert.match(JSON.stringify(await answer(small({ inputs: [{ text: 'n', type: 'number', values: '[0..5]' }] }), { n: 6 })), /expected \\"n\\" to be one of \[0..5\], but it is 6/));
  it('answers several outputs by name', async () =>
    assert.deepEqual(await answer(small({ outputs: [{ name: 'fee' }, { name: 'unit' }], rules: [['1', '10', '"xã"']] }), { n: 1 }), { value: { fee: 10, unit: 'xã' }, rules: ['rule1'], warnings: [] }));
  it('compares dates that are text in the data', async () =>
    assert.deepEqual(await answer(small({ inputs: [{ text: 'filed', type: 'date' }], rules: [['< date("2026-01-01")', '1'], ['>= date("2026-01-01")', '2']] }), { filed: '2026-02-01' }), { value: 2, rules: ['rule2'], warnings: [] }));
  it('says when such a text is no date', async () => assert.match(JSON.stringify(await answer(small({ inputs: [{ text: 'filed', type: 'date' }] }), { filed: 'hôm qua' })), /expected \\"filed\\" to be a date in ISO 8601, but came \\"hôm qua\\"/));
  it('is stopped when its expressions cost too much', async () =>
    assert.match(JSON.stringify(await answer(small({ rules: [['-', 'count(for i in 1..10000000 return i)']] }), { n: 1 })), /the decision .*the rule rule1.*steps/));
  it('names the decisions there are', async () => assert.match(JSON.stringify(await answer(small(), {}, 'Fee')), /\\"Fee\\" is none of \\"Answer\\"/));
});

describe('Decisions that require each other', () => {
  const literal = (id: string, name: string, text: string, ...requires: string[]) =>
    `<decision id="${id}" name="${name}">${requires.map((required, index) => `<informationRequirement id="${id}-${index}"><requiredDecision href="#${required}"/></informationRequirement>`).join('')}<literalExpression id="${id}-x"><text>${text}</text></literalExpression></decision>`;
  it('are evaluated in the order of their requirements', async () =>
    assert.deepEqual(await answer(xml(literal('c', 'Total fee', 'Base fee + Map fee', 'a', 'b') + literal('a', 'Base fee', 'n * 2') + literal('b', 'Map fee', 'Base fee + 1', 'a')), { n: 5 }, 'Total fee'), { value: 21, rules: [], warnings: [] }));
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a circle', literal('a', 'A', '1', 'b') + literal('b', 'B', '1', 'a'), /"element":"a","message":"the decisions require each other in a circle: a -> b -> a"/],
    ['a decision that is not there', literal('a', 'A', '1', 'b'), /requires the decision \\"b\\", which is not in the file/],
    ['a business knowledge model without logic', '<businessKnowledgeModel id="k" name="K"/>' + literal('a', 'A', '1'), /"element":"k","message":"expected \\"K\\" to have logic, but it has none/],
    ['a function in Java', '<businessKnowledgeModel id="k" name="K"><encapsulatedLogic id="e" kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel>' + literal('a', 'A', '1'), /"element":"e".*kind \\"Java\\", and functions of other languages are never run/],
    ['an empty condition', '<decision id="a" name="A"><conditional id="i"><if/></conditional></decision>', /"element":"i","message":"expected an expression in \\"if\\"/],
    ['an import that is not there', '<import name="x" namespace="urn:x" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>' + literal('a', 'A', '1'), /expected a file with the namespace \\"urn:x\\" beside this one/],
    ['an import of another kind', '<import name="x" namespace="urn:x" importType="http://www.dmg.org/PMML-4_2"/>' + literal('a', 'A', '1'), /expected an import of DMN/],
    ['a wrong expression', literal('a', 'A', '1 +'), /"element":"a-x","message":"expected the expression to go on/],
    ['an unknown function', literal('a', 'A', 'fee(1)'), /there is no function \\"fee\\"/],
    ['another language', literal('a', 'A', '1').replace('<literalExpression', '<literalExpression expressionLanguage="javascript"'), /expected FEEL, but the expression is in \\"javascript\\"/],
    ['an aggregation of what is not collected', table({ policy: 'UNIQUE', aggregation: 'SUM', inputs: [{ text: 'n', type: 'number' }], outputs: [{ name: 'fee' }], rules: fees }), /expected an aggregation with the hit policy COLLECT only, but came \\"SUM\\" with \\"UNIQUE\\"/],
    ['no decision', '', /at least one decision/],
  ];
  for (const [name, body, why] of refused) it(`${name} is refused`, async () => assert.match(JSON.stringify(await readDmn(xml(body))), why));
  it('a file in another language is refused', async () =>
    assert.match(JSON.stringify(await readDmn(xml(literal('a', 'A', '1')).replace(' id=', ' expressionLanguage="http://groovy.codehaus.org/" id='))), /expected FEEL, but the expressions of the file are in/));
  it('what is no DMN is refused', async () => assert.match(JSON.stringify(await readDmn('<html/>')), /expected a DMN 1.2 to 1.5 file/));
  for (const version of ['20180521', '20191111', '20211108', '20230324']) {
    it(`namespace ${version} is read`, async () => assert.ok('decisions' in (await readDmn(xml(literal('a', 'A', '1')).replace('20191111', version)))));
  }
});
