import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { said } from '../testing/said.ts';

const entry = (text: string): string => `<inputEntry><text>${text}</text></inputEntry>`;
const rule = (id: string, tests: readonly string[], result: string): string => `<rule id="${id}">${tests.map(entry).join('')}<outputEntry><text>${result}</text></outputEntry></rule>`;
const table = (policy: string, inputs: readonly string[], rules: string): string => `<decisionTable hitPolicy="${policy}">${inputs.map((text) => `<input><inputExpression><text>${text}</text></inputExpression></input>`).join('')}<output/>${rules}</decisionTable>`;
const requires = (id: string): string => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
/** A fee by size, which needs the kind of house; `all` tells every fee that could apply. */
const fees = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m">
<inputData id="floors" name="floors"/><inputData id="area" name="area"/>
<decision id="kind" name="kind">${table('FIRST', ['floors'], rule('k1', ['&lt; 3'], '"low"') + rule('k2', ['-'], '"high"'))}</decision>
<decision id="fee" name="Fee">${requires('kind')}${table('UNIQUE', ['kind', 'area'], rule('f1', ['"low"', '-'], '50') + rule('f2', ['"high"', '&lt; 100'], '75') + rule('f3', ['"high"', '&gt;= 100'], '100'))}</decision>
<decision id="all" name="All">${table('COLLECT', ['area'], rule('a1', ['&gt; 10'], '1') + rule('a2', ['&gt; 20'], '2') + rule('a3', ['&gt; 30'], '3'))}</decision></definitions>`;
const drawn = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="p" isExecutable="true">
<startEvent id="s"/><businessRuleTask id="b" motcua:decision="fees#fee"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="b"/><sequenceFlow id="g" sourceRef="b" targetRef="e"/></process></definitions>`;

const evaluate = (id: string, variables: object) => ({ type: 'EVALUATE_DECISION', decisionDefinitionSelector: { decisionDefinitionId: id }, variables });
const decided = (id: string, expected: object) => ({ type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionId: id }, ...expected });
const high = evaluate('fee', { floors: 5, area: 120 });

describe('motcua test with test cases of Camunda', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-cases-'));
    await writeFile(join(folder, 'p.bpmn'), drawn);
    await writeFile(join(folder, 'fees.dmn'), fees);
  });
  after(() => rm(folder, { recursive: true }));

  const outcome = async (...instructions: readonly object[]): Promise<readonly string[]> => {
    const path = join(folder, 'cases.json');
    await writeFile(path, JSON.stringify({ testCases: [{ name: 'x', instructions }] }));
    const { code, out, error } = await said(['test', path, '--json']);
    assert.equal(error, '');
    const { problems } = (JSON.parse(out) as { readonly cases: readonly [{ readonly problems: readonly string[] }] }).cases[0];
    assert.equal(code, problems.length > 0 ? 1 : 0);
    return problems;
  };

  const passing: Readonly<Record<string, readonly object[]>> = {
    'what a decision answers, and by which rules': [high, decided('fee', { output: 100, matchedRules: [3], notMatchedRules: [1, 2] })],
    'a decision that another one requires': [high, decided('kind', { output: 'high', matchedRules: [2] })],
    'a decision by its name': [high, { type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionName: 'Fee' }, output: 100 }],
    'the newest answer': [high, evaluate('fee', { floors: 1, area: 120 }), decided('fee', { output: 50, matchedRules: [1] })],
    'several rules, of which some are named': [evaluate('all', { area: 25 }), decided('all', { output: [1, 2], matchedRules: [2], notMatchedRules: [3] })],
    'that no rule matched': [evaluate('all', { area: 5 }), decided('all', { output: [], noMatchedRules: true })],
    'what a process decided': [{ type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: { processDefinitionId: 'p' }, variables: { floors: 5, area: 90 } }, decided('fee', { output: 75, matchedRules: [2] })],
    'a decision that the case stands in for': [{ type: 'MOCK_DMN_DECISION', decisionDefinitionId: 'fee', variables: { sum: 1 } }, high, decided('fee', { output: { sum: 1 }, noMatchedRules: true })],
  };
  for (const [name, instructions] of Object.entries(passing)) it(`tells ${name}`, async () => assert.deepEqual(await outcome(...instructions), []));

  const failing: readonly (readonly [RegExp, ...object[]])[] = [
    [/ASSERT_DECISION: expected fee to answer 50, but it answered 100$/, high, decided('fee', { output: 50 })],
    [/expected the rules 1 of fee to match, but those that did are 3$/, high, decided('fee', { matchedRules: [1, 3] })],
    [/expected the rules 3 of fee not to match, but those that did are 3$/, high, decided('fee', { notMatchedRules: [3, 1] })],
    [/expected no rule of fee to match, but those that did are 3$/, high, decided('fee', { noMatchedRules: true })],
    [/expected the decision all to have been evaluated, but only kind, fee was$/, high, decided('all', {})],
    [/EVALUATE_DECISION: .*expected one file in decisions\/ with a decision "none"/, evaluate('none', {})],
    [/EVALUATE_DECISION: .*a rule to match|EVALUATE_DECISION: .*none does/, evaluate('fee', { floors: 5 })],
    [/expected decisionDefinitionSelector to be an object with decisionDefinitionId/, { type: 'EVALUATE_DECISION', decisionDefinitionSelector: { decisionDefinitionName: 'Fee' } }],
  ];
  for (const [problem, ...instructions] of failing) {
    it(`says ${problem.source}`, async () => {
      const [found, ...others] = await outcome(...instructions);
      assert.match(found ?? '', problem);
      assert.deepEqual(others, []);
    });
  }

  it('reads decisions beside the process and in decisions/, and refuses one name in both', async () => {
    await mkdir(join(folder, 'decisions'));
    await writeFile(join(folder, 'decisions/fees.dmn'), fees);
    assert.match((await said(['test', join(folder, 'cases.json')])).error, /expected one file fees.dmn, but there is one in .* and one in decisions\//);
    await rm(join(folder, 'fees.dmn'));
    assert.deepEqual(await outcome(high, decided('fee', { output: 100 })), []);
  });
});
