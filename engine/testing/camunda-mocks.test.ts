import assert from 'node:assert/strict';
import { playTestCase } from './camunda-test-cases.ts';
import { compiled } from './compiled.ts';
import { diagram, flows } from './diagram.ts';

const child = diagram(`<startEvent id="cs"/><userTask id="ct"/><endEvent id="ce"/>${flows('cs -> ct -> ce')}`).replace('process id="p"', 'process id="child"');
/** As Camunda 8 draws a call whose result is one variable, and one that takes all. */
const calling = (mapping: string, called = 'child', beside = ''): string => diagram(`<startEvent id="s"/><callActivity id="c" calledElement="${called}">${mapping}</callActivity><userTask id="after"/><endEvent id="e"/>${flows('s -> c -> after -> e')}`, beside);
const one = '<extensionElements xmlns:motcua="urn:motcua:bpmn:1"><motcua:output name="grade">grade</motcua:output></extensionElements>';

const create = { type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: { processDefinitionId: 'p' }, variables: { name: 'An' } };
const mock = { type: 'MOCK_CHILD_PROCESS', processDefinitionId: 'child', variables: { grade: 'good "very"', marks: [9, 9.5, null] } };
const variables = (expected: object) => ({ type: 'ASSERT_VARIABLES', processInstanceSelector: { processDefinitionId: 'p' }, variables: expected });
const active = (elementId: string) => ({ type: 'ASSERT_ELEMENT_INSTANCES', processInstanceSelector: { processDefinitionId: 'p' }, elementSelectors: [{ elementId }], state: 'IS_ACTIVE' });
const problems = async (instructions: readonly unknown[], ...drawn: readonly string[]) => playTestCase({ name: 'x', instructions }, await Promise.all(drawn.map((xml) => compiled(xml, xml.includes('id="p"') ? 'p' : undefined)))).problems;

describe('Called processes that a test case stands in for', () => {
  it('answer at once with what the case gives, by the mapping of the call', async () => {
    const drawn = calling(one);
    assert.deepEqual(await problems([mock, create, active('after'), variables({ grade: 'good "very"' })], drawn, child), []);
    assert.match((await problems([mock, create, variables({ marks: [9, 9.5, null] })], drawn, child))[0]!, /expected marks to be \[9,9.5,null\], but it is not there/);
    assert.match((await problems([create, active('after')], drawn, child))[0]!, /expected after IS_ACTIVE/);
  });

  it('need not be drawn', async () => {
    assert.deepEqual(await problems([mock, create, active('after')], calling('')), []);
    assert.match((await problems([create, active('after')], calling('')))[0]!, /expected after IS_ACTIVE, .* incident: .*no "child"/);
  });

  it('answer where they stand in the file of their caller, too', async () => {
    const together = calling(one).replace('</definitions>', `${/<process [\s\S]*<\/process>/.exec(child)![0]}</definitions>`);
    assert.deepEqual(await problems([create, active('ct')], together), []);
    assert.deepEqual(await problems([mock, create, active('after'), variables({ grade: 'good "very"' })], together), []);
  });

  it('give nothing where the case gives nothing', async () => {
    assert.deepEqual(await problems([{ type: 'MOCK_CHILD_PROCESS', processDefinitionId: 'child', versionTag: '2' }, create, active('after')], calling(''), child), []);
  });

  it('answer when they are begun by themselves', async () => {
    assert.deepEqual(await problems([mock, { ...create, processDefinitionSelector: { processDefinitionId: 'child' } }, { type: 'ASSERT_PROCESS_INSTANCE', processInstanceSelector: { processDefinitionId: 'child' }, state: 'IS_COMPLETED' }, { ...variables({ marks: [9, 9.5, null], name: 'An' }), processInstanceSelector: { processDefinitionId: 'child' } }], calling(''), child), []);
  });
});

describe('Conditional start events in a test case', () => {
  const drawn = diagram(`<startEvent id="s"><conditionalEventDefinition><condition>level &gt; 3</condition></conditionalEventDefinition></startEvent><userTask id="t"/><endEvent id="e"/>${flows('s -> t -> e')}`);
  const ask = (level: unknown) => ({ type: 'EVALUATE_CONDITIONAL_START_EVENT', variables: { level } });

  it('begin an instance each time that they are asked and hold, with the variables as its data', async () => {
    const instructions = [ask(4), ask(5), { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 't' } }, { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 't' } }];
    assert.deepEqual(await problems([...instructions, variables({ level: 5 })], drawn), []);
    assert.match((await problems([...instructions, instructions[2]], drawn))[0]!, /instruction 5, COMPLETE_USER_TASK: expected an open user task/);
  });

  it('begin none when they do not hold', async () => {
    assert.match((await problems([ask(3), variables({})], drawn))[0]!, /expected an instance of p, but none was created/);
  });
});
