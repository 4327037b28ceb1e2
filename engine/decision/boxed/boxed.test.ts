import assert from 'node:assert/strict';
import type { Data, Json } from '../../state.ts';
import { decide } from '../evaluate.ts';
import { readDmn } from '../read.ts';
import { xml } from '../table.fixture.ts';

const literal = (text: string) => `<literalExpression><text>${text.replace(/</g, '&lt;')}</text></literalExpression>`;
const decision = (logic: string, rest = '') => `<decision id="answer" name="Answer">${rest}${logic}</decision>`;
const entry = (name: string, logic: string) => `<contextEntry><variable name="${name}"/>${logic}</contextEntry>`;
const knows = '<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>';
const knowledge = (parameters: string, body: string, variable = '') => `<businessKnowledgeModel id="k" name="Fee of"><variable name="Fee of" ${variable}/><encapsulatedLogic>${parameters}${body}</encapsulatedLogic></businessKnowledgeModel>`;
const area = '<formalParameter name="area" typeRef="number"/>';
const person = '<itemDefinition name="Person"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition><itemDefinition name="People" isCollection="true"><typeRef>Person</typeRef></itemDefinition><itemDefinition name="Kind"><typeRef>string</typeRef><allowedValues><text>"nhà ở", "xưởng"</text></allowedValues></itemDefinition>';
const input = (name: string, type: string) => `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;

const cases: readonly (readonly [name: string, body: string, input: Data, expected: Json | RegExp])[] = [
  ['a context answers its entries, later ones seeing earlier ones', decision(`<context>${entry('a', literal('n + 1'))}${entry('b', literal('a * 2'))}</context>`), { n: 2 }, { a: 3, b: 6 }],
  ['a context with a result answers that', decision(`<context>${entry('a', literal('n + 1'))}<contextEntry>${literal('a * 2')}</contextEntry></context>`), { n: 2 }, 6],
  ['an invocation gives arguments by name', knowledge(area, literal('area * 1500')) + decision(`<invocation>${literal('Fee of')}<binding><parameter name="area"/>${literal('n')}</binding></invocation>`, knows), { n: 100 }, 150000],
  ['an invocation with a name that is no parameter fails', knowledge(area, literal('area')) + decision(`<invocation>${literal('Fee of')}<binding><parameter name="length"/>${literal('n')}</binding></invocation>`, knows), { n: 1 }, /no parameter "length"; it has area/],
  ['knowledge is called from FEEL', knowledge(area, literal('area * 1500')) + decision(literal('Fee of(2)'), knows), {}, 3000],
  ['knowledge that nobody requires is not there', knowledge(area, literal('area')) + decision(literal('Fee of(2)')), {}, /no function "Fee of"/],
  ['an argument of another type makes the call null', knowledge(area, literal('area = null')) + decision(literal('Fee of("two")'), knows), {}, null],
  ['a relation is a list of contexts', decision(`<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('n')}</row><row>${literal('2')}${literal('"x"')}</row></relation>`), { n: 5 }, [{ a: 1, b: 5 }, { a: 2, b: 'x' }]],
  ['a list holds what its expressions answer', decision(`<list>${literal('n')}<list>${literal('2')}</list></list>`), { n: 1 }, [1, [2]]],
  ['a conditional takes one way', decision(`<conditional><if>${literal('n > 3')}</if><then>${literal('"tall"')}</then><else>${literal('1 + "x" + nobody')}</else></conditional>`), { n: 4 }, 'tall'],
  ['for goes through a list', decision(`<for iteratorVariable="i"><in>${literal('[1, 2, 3]')}</in><return>${literal('i * n + count(partial)')}</return></for>`), { n: 10 }, [10, 21, 32]],
  ['some finds one', decision(`<some iteratorVariable="i"><in>${literal('[1, 2, 3]')}</in><satisfies>${literal('i > n')}</satisfies></some>`), { n: 2 }, true],
  ['every wants all', decision(`<every iteratorVariable="i"><in>${literal('[1, 2, 3]')}</in><satisfies>${literal('i > n')}</satisfies></every>`), { n: 2 }, false],
  ['a filter sees the item and its entries', decision(`<filter><in>${literal('[{a: 1}, {a: 5}, 7]')}</in><match>${literal('a > n or item = 7')}</match></filter>`), { n: 2 }, [{ a: 5 }, 7]],
  ['input of a structure has its dates', person + input('people', 'People') + decision(literal('people[born < date("2000-01-01")].name')), { people: [{ name: 'An', born: '1990-01-01' }, { name: 'Bình', born: '2010-01-01' }] }, ['An']],
  ['input that does not fit its type fails', person + input('people', 'People') + decision(literal('people')), { people: [{ name: 'An' }] }, /expected "people" to be a list of contexts with name, born, but it is list \[\{"name":"An"\}\]/],
  ['input that is none of the allowed values fails', person + input('kind', 'Kind') + decision(literal('kind')), { kind: 'chuồng' }, /expected "kind" to be a string and one of "nhà ở", "xưởng", but it is string "chuồng"/],
  ['a decision whose value does not fit its type answers null', '<decision id="answer" name="Answer"><variable name="Answer" typeRef="number"/><literalExpression><text>"x"</text></literalExpression></decision>', {}, null],
  ['a decision without logic answers what it is given', '<decision id="answer" name="Answer"><variable name="Answer"/></decision>', { Answer: 7 }, 7],
  ['a decision without logic fails when nothing is given', '<decision id="answer" name="Answer"/>', {}, /no decision logic, and no value was given/],
];

const service = `<decisionService id="s" name="Service"><outputDecision href="#total"/><encapsulatedDecision href="#total"/><inputDecision href="#base"/><inputData href="#n"/></decisionService>
<decision id="total" name="Total"><informationRequirement><requiredDecision href="#base"/></informationRequirement><informationRequirement><requiredInput href="#n"/></informationRequirement>${literal('Base + n')}</decision>
<decision id="base" name="Base">${literal('1')}</decision>${input('n', 'number')}`;

describe('Boxed logic', () => {
  for (const [name, body, data, expected] of cases) {
    it(name, async () => {
      const reading = await readDmn(xml(body));
      assert.ok('decisions' in reading, JSON.stringify(reading));
      const result = decide(reading.decisions, 'Answer', data, '2026-03-01T00:00:00Z');
      if (expected instanceof RegExp) return assert.match(JSON.stringify(result).replaceAll('\\"', '"'), expected);
      return assert.deepEqual('value' in result ? result.value : result, expected);
    });
  }
  it('stops knowledge that calls itself without end', async () => {
    const reading = await readDmn(xml(knowledge(area, literal('Fee of(area)')) + decision(literal('Fee of(2)'), knows)));
    assert.ok('decisions' in reading);
    assert.match(JSON.stringify(decide(reading.decisions, 'Answer', {}, '2026-03-01T00:00:00Z')), /calls itself without end/);
  });
  it('lets models of knowledge call each other', async () => {
    const model = (id: string, other: string, atZero: string) => `<businessKnowledgeModel id="${id}" name="is ${id}"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal(`if n = 0 then ${atZero} else is ${other}(n - 1)`)}</encapsulatedLogic><knowledgeRequirement><requiredKnowledge href="#${other}"/></knowledgeRequirement></businessKnowledgeModel>`;
    const reading = await readDmn(xml(model('even', 'odd', 'true') + model('odd', 'even', 'false') + decision(literal('is even(n)'), knows.replace('#k', '#even'))));
    assert.ok('decisions' in reading, JSON.stringify(reading));
    const ask = (n: number) => decide(reading.decisions, 'Answer', { n }, '2026-03-01T00:00:00Z');
    assert.deepEqual([0, 7, 40].map((n) => ask(n)).map((result) => ('value' in result ? result.value : result)), [true, false, true]);
    assert.match(JSON.stringify(ask(-1)), /the decision \\"Answer\\": .*calls itself without end/);
  });
  it('answers a service with the input decisions it is given, from outside and from FEEL', async () => {
    const reading = await readDmn(xml(service + decision(literal('Service(1, 20)'), '<knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>')));
    assert.ok('decisions' in reading, JSON.stringify(reading));
    const ask = (name: string, data: Data) => decide(reading.decisions, name, data, '2026-03-01T00:00:00Z');
    assert.deepEqual([ask('Service', { n: 2, Base: 40 }), ask('Total', { n: 2 }), ask('Answer', {})].map((result) => ('value' in result ? result.value : result)), [42, 3, 21]);
    assert.match(JSON.stringify(ask('Service', { n: 2 })), /given \\"Base\\", but it is missing/);
  });
  it('refuses models that import each other', async () => {
    const importing = (own: string, other: string) => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="${own}" name="${own}" namespace="${own}"><import name="x" namespace="${other}" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${decision(literal('1'))}</definitions>`;
    assert.match(JSON.stringify(await readDmn(importing('a', 'b'), [importing('b', 'a')])), /import each other in a circle: a -> b -> a/);
  });

  const importType = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
  const file = (own: string, body: string) => `<definitions xmlns="${importType}" id="${own}" name="${own}" namespace="urn:${own}">${body}</definitions>`;
  const base = file('base', `<itemDefinition name="Money"><typeRef>number</typeRef></itemDefinition>${input('n', 'number')}<decision id="fee" name="Base fee"><variable name="Base fee" typeRef="Money"/><informationRequirement><requiredInput href="#n"/></informationRequirement>${literal('n * 0.1')}</decision>${knowledge(area, literal('area * 1.1'))}`);
  const import_ = (name: string) => `<import name="${name}" namespace="urn:base" importType="${importType}"/>`;
  const requires = (href: string) => `<informationRequirement><requiredDecision href="${href}"/></informationRequirement>`;
  const askImporting = async (body: string, data: Data, others = [base]) => {
    const reading = await readDmn(file('main', body), others);
    if ('problems' in reading) return reading.problems.map(({ element, message }) => `${element}: ${message}`).join('; ');
    const result = decide(reading.decisions, 'Answer', data, '2026-03-01T00:00:00Z');
    return 'value' in result ? result.value : result.failed;
  };
  const own = `<decision id="own" name="Base fee">${literal('5')}</decision>`;
  for (const [what, body, expected] of [
    ['an import with a name puts that before its elements', import_('b') + decision(literal('b.Fee of(b.Base fee) + 0.2'), requires('urn:base#fee') + knows.replace('#k', 'urn:base#k')), 0.233],
    ['an import without a name gives its elements as they are', import_('') + `<decision id="answer" name="Answer"><variable name="Answer" typeRef="Money"/>${requires('urn:base#fee')}${knows.replace('#k', 'urn:base#k')}${literal('Fee of(Base fee) + 0.2')}</decision>`, 0.233],
    ['what is imported without a name may be required without a namespace', import_('') + decision(literal('Fee of(Base fee) + 0.2'), requires('#fee') + knows), 0.233],
    ['an import without a name does not hide what the file itself has', import_('') + own + decision(literal('Base fee + 1'), requires('#own') + requires('urn:base#fee')), 6],
    ['a type of an import without a name is held to', `${import_('')}${decision(literal('x'))}${input('x', 'Money')}`, 'expected "x" to be a number, but it is string "much"'],
    ['an element that an import does not have is refused', import_('b') + decision(literal('1'), requires('urn:base#gone')), 'answer: requires the decision "gone", which is not in the model "urn:base"'],
    ['an element of a model that is not imported is refused', decision(literal('1'), requires('urn:base#fee')), 'answer: requires the decision "fee" of the model "urn:base", which the file does not import'],
  ] as const) it(what, async () => assert.deepEqual(await askImporting(body, { n: 0.3, x: 'much' }), expected));
  it('names a decision once that asks itself by way of a service', async () => {
    const round = '<decisionService id="s" name="S"><outputDecision href="#answer"/></decisionService>';
    assert.equal(await askImporting(round + decision(literal('S()'), knows.replace('#k', '#s')), {}), 'the decision "Answer": expected at most 100 nested function calls, but this expression needs more: a function calls itself without end');
  });
  const itemOf = (name: string, ...fields: readonly string[]) => `<itemDefinition name="${name}">${fields.map((type, index) => `<itemComponent name="f${index}"><typeRef>${type}</typeRef></itemComponent>`).join('')}</itemDefinition>`;
  const wide = ['t0', 't1', 't2', 't3', 't4', 't5'];
  const foreign = (refs: string) => `${import_('b')}<decisionService id="s" name="S"><outputDecision href="#answer"/>${refs}</decisionService>${decision(literal('1'))}`;
  for (const [what, body, expected] of [
    ['a type that is nowhere', input('x', 'Mony') + decision(literal('x')), 'x: expected a type of FEEL, or one that the file defines or imports, but "Mony" is none'],
    ['a type that an import does not have', import_('b') + input('x', 'b.Mony') + decision(literal('x')), 'x: expected a type of FEEL, or one that the file defines or imports, but "b.Mony" is none'],
    ['a part of a type that is nowhere', itemOf('Person', 'string', 'Adress') + decision(literal('1')), 'main: expected a type of FEEL, or one that the file defines or imports, but "Adress" is none'],
    ['a type that stands for itself', itemOf('A', 'B') + itemOf('B', 'A') + decision(literal('1')), 'A: the type "A" is made of itself: A -> B -> A'],
    ['a type that unfolds without measure', wide.map((name, index) => itemOf(name, ...Array.from({ length: 10 }, () => (index === 0 ? 'string' : `t${index - 1}`)))).join('') + decision(literal('1')), 't3: the type "t3" has more than 10000 parts'],
    ['a type that stands there twice', itemOf('A', 'string') + itemOf('A', 'number') + decision(literal('1')), 'A: expected every type once in the file, but "A" stands there again'],
    ['a service that is given a decision of another model', foreign('<inputDecision href="urn:base#fee"/>'), 's: expected "S" to be given and to answer what stands in this file, but "fee" is of the model "urn:base"'],
    ['a service that is given what is not there', foreign('<inputData href="#gone"/>'), 's: names the input "gone", which is not in the file'],
  ] as const) it(`refuses ${what}`, async () => assert.equal(await askImporting(body, {}), expected));
  for (const [type, value, expected] of [
    ['list', [1, 'a'], [1, 'a']], ['context', { a: 1 }, { a: 1 }], ['context', 1, 'expected "x" to be a context, but it is number 1'], ['Any', 'a', 'a'], ['Tree', { f0: 'a', f1: [1] }, { f0: 'a', f1: [1] }],
  ] as const) it(`holds ${JSON.stringify(value)} to the type ${type}`, async () => assert.deepEqual(await askImporting(itemOf('Tree', 'string', 'list') + input('x', type) + decision(literal('x')), { x: value as Json }), expected));
  it('refuses an id that stands on two elements', async () => assert.equal(await askImporting(own + own, {}), 'own: expected every id once in the file, but "own" stands there again'));
  it('tells once of an import that is not there', async () => assert.equal(await askImporting(import_('b') + decision(literal('1'), requires('urn:base#fee')), {}, []), 'main: expected a file with the namespace "urn:base" beside this one, but there is none'));
});
