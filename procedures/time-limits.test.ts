import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flows } from '../engine/testing/diagram.ts';
import type { Form } from '../forms/form.ts';
import { loadPackage } from './load.ts';
import { proofOf } from './proof.ts';

const procedure = { ...(JSON.parse(await readFile(join(import.meta.dirname, 'construction-permit-house/procedure.json'), 'utf8')) as object), customise: [] };
/** A table of time limits: its columns by what they read, and its rows, the last cell of which is the limit. */
interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly policy?: string;
  /** Limits in the order of their priority. */
  readonly priority?: string;
  readonly otherwise?: string;
  /** Another decision that the table asks for, by its name, and what it says. */
  readonly asks?: readonly [name: string, says: string];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const cell = (kind: string, text: string): string => `<${kind}Entry><text>${escaped(text)}</text></${kind}Entry>`;
const input = (name: string): string => `<inputData id="i_${name}" name="${name}"><variable name="${name}"/></inputData>`;
const requires = (name: string): string => `<informationRequirement id="r_${name}"><requiredInput href="#i_${name}"/></informationRequirement>`;

const names = ['kind', 'urgent', 'application', 'other'];

const table = ({ columns, rows, policy = 'UNIQUE', priority, otherwise, asks }: Table): string => `<?xml version="1.0"?><definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m">
  ${names.filter((name) => name !== asks?.[0]).map(input).join('')}
  ${asks ? `<decision id="asked" name="${asks[0]}"><variable name="${asks[0]}"/>${names.filter((name) => name !== asks[0]).map((name) => requires(name).replace('r_', 'q_')).join('')}<literalExpression><text>${asks[1]}</text></literalExpression></decision>` : ''}
  <decision id="timeLimit" name="timeLimit">${names.filter((name) => name !== asks?.[0]).map(requires).join('')}${asks ? '<informationRequirement id="r_asked"><requiredDecision href="#asked"/></informationRequirement>' : ''}
    <decisionTable id="t" hitPolicy="${policy}">${columns.map((text, index) => `<input id="c${index}"><inputExpression><text>${escaped(text)}</text></inputExpression></input>`).join('')}
      <output id="o">${priority === undefined ? '' : `<outputValues><text>${priority}</text></outputValues>`}${otherwise === undefined ? '' : `<defaultOutputEntry><text>${otherwise}</text></defaultOutputEntry>`}</output>
      ${rows.map((row, index) => `<rule id="row${index + 1}">${row.map((text, column) => cell(column < columns.length ? 'input' : 'output', column < columns.length ? text : `"${text}"`)).join('')}</rule>`).join('')}
    </decisionTable></decision></definitions>`;

const form = (id: string, properties: object) => [id, { id, schema: { type: 'object', properties, required: Object.keys(properties) }, ui: { pages: [], fields: {} }, rules: [] } as unknown as Form] as const;
const usualAnswers = { kind: { type: 'string', enum: ['quick', 'slow', 'odd'] }, urgent: { type: 'boolean' }, days: { type: 'number' } };

/** Who is of the slow kind has a step of 5 working days, all others one of 2; who is urgent no second one of 1 day. */
const ways = `<exclusiveGateway id="g" default="g-b"/><userTask id="a" motcua:timeLimit="5 working days"/><userTask id="b" motcua:timeLimit="2 working days"/><exclusiveGateway id="m"/>
  <exclusiveGateway id="h" default="h-c"/><userTask id="c" motcua:timeLimit="1 working day"/><exclusiveGateway id="n"/><endEvent id="e" motcua:clock="end"/>
  ${flows('k -> g -> b -> m -> h -> c -> n -> e; g -> a if look.kind = "slow"; a -> m; h -> n if look.urgent')}`;
const given = (inputs: Readonly<Record<string, string>>): string => `<extensionElements>${Object.entries(inputs).map(([name, text]) => `<motcua:input name="${name}">${escaped(text)}</motcua:input>`).join('')}</extensionElements>`;
const usual = { kind: 'look.kind', urgent: 'look.urgent' };
const asking = (inputs: Readonly<Record<string, string>> = usual): string => `<businessRuleTask id="limit" motcua:decision="time-limit#timeLimit" motcua:result="timeLimit">${given(inputs)}</businessRuleTask>`;
const begin = (inputs?: Readonly<Record<string, string>>): string => `<startEvent id="s"/><userTask id="look" motcua:form="look"/>${asking(inputs)}<task id="k" motcua:clock="start"/>${flows('s -> look -> limit -> k')}`;

/** The rows that some dossier of theirs does not keep. */
const lateRows = async (limits: Table, body: string, answers: object = usualAnswers): Promise<readonly string[]> => {
  const drawn = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="p" isExecutable="true">${body}</process></definitions>`;
  const loading = await loadPackage(new Map([
    ['procedure.json', JSON.stringify({ ...procedure, key: 'tried', timeLimit: [{ limit: '6 working days', source: 'x', mark: 'design' }] })], ['process.bpmn', drawn],
    ['decisions/time-limit.dmn', table(limits)],
  ]));
  assert.ok('package' in loading, JSON.stringify(loading));
  return proofOf({ ...loading.package, forms: new Map([form('look', answers), form('again', answers)]) }).filter(({ rule }) => rule === 'time-sum').map(({ message }) => /row \d/.exec(message)?.[0] ?? `all: ${/at most ([^,]*)/.exec(message)?.[1]}`);
};

const cases: readonly (readonly [what: string, limits: Table, late: readonly string[], body?: string])[] = [
  ['each row is held to its own dossiers', { columns: ['kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, []],
  ['and found late when they are', { columns: ['kind'], rows: [['"slow"', '5 working days'], ['not("slow")', '3 working days']] }, ['row 1']],
  ['several columns narrow together', { columns: ['kind', 'urgent'], rows: [['"slow"', 'true', '5 working days'], ['"slow"', 'false', '6 working days'], ['not("slow")', 'true', '2 working days'], ['not("slow")', 'false', '2.5 working days']] }, ['row 4']],
  ['a column that calculates', { columns: ['if kind = "slow" then 1 else 0'], rows: [['> 0', '6 working days'], ['<= 0', '3 working days']] }, []],
  ['an input that calculates', { columns: ['kind'], rows: [['"S"', '6 working days'], ['"Q", "O"', '3 working days']] }, [], `${begin({ kind: 'upper case(substring(look.kind, 1, 1))' })}${ways}`],
  ['an input that is a part of what is given', { columns: ['application.kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, [], `${begin({ application: 'look' })}${ways}`],
  ['an input under the name of other data', { columns: ['look.kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, ['row 2'], `${begin({ look: '{ kind: string(look.days) }' })}${ways}`],
  ['a first row goes before those after it', { policy: 'FIRST', columns: ['kind'], rows: [['"slow"', '6 working days'], ['-', '3 working days']] }, []],
  ['a row that the rows before leave nothing to', { policy: 'FIRST', columns: ['kind'], rows: [['"slow"', '6 working days'], ['not("slow")', '3 working days'], ['-', '1 working day']] }, []],
  ['a row before that takes only some of them', { policy: 'FIRST', columns: ['kind', 'urgent'], rows: [['"slow"', 'false', '6 working days'], ['-', '-', '3 working days']] }, ['all: 3 working days']],
  ['a row of higher priority goes before', { policy: 'PRIORITY', priority: '"6 working days", "3 working days"', columns: ['kind'], rows: [['-', '3 working days'], ['"slow"', '6 working days']] }, []],
  ['a row before whose cell nobody can tell', { policy: 'FIRST', columns: ['kind'], rows: [['other', '6 working days'], ['-', '3 working days']] }, ['all: 3 working days']],
  ['a table that lists gives no limit, and the sheet is held', { policy: 'COLLECT', columns: ['kind'], rows: [['-', '1 working day']] }, []],
  ['a cell that reads another input', { columns: ['kind'], rows: [['other', '3 working days'], ['not(other)', '6 working days']] }, ['row 1']],
  ['a column that reads another decision', { columns: ['look.kind'], rows: [['"quick"', '3 working days'], ['not("quick")', '6 working days']], asks: ['look', '{ kind: if urgent then "quick" else "slow" }'] }, ['row 1'], `${begin({ urgent: 'look.urgent', other: 'look.kind' })}${ways}`],
  ['a question that may be left unanswered', { columns: ['kind'], rows: [['null', '1 working day'], ['not(null)', '6 working days']] }, ['row 1']],
  ['an answer that is given again after the limit is decided', { columns: ['kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, ['row 2'],
    `<startEvent id="s"/><userTask id="look" motcua:form="look"/>${asking()}<userTask id="again" motcua:form="again" motcua:result="look"/><task id="k" motcua:clock="start"/>${flows('s -> look -> limit -> again -> k')}${ways}`],
  ['an answer that is given again, after which the limit is decided anew', { columns: ['kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, [],
    `<startEvent id="s"/><userTask id="look" motcua:form="look"/><userTask id="again" motcua:form="again" motcua:result="look"/>${asking()}<task id="k" motcua:clock="start"/>${flows('s -> look -> again -> limit -> k')}${ways}`],
  ['two tasks that ask with different inputs', { columns: ['kind'], rows: [['"slow"', '6 working days'], ['"quick", "odd"', '3 working days']] }, ['row 2'],
    `<startEvent id="s"/><userTask id="look" motcua:form="look"/><exclusiveGateway id="x" default="x-limit"/>${asking()}${asking({ kind: '"quick"' }).replace('id="limit"', 'id="other"')}<exclusiveGateway id="y"/><task id="k" motcua:clock="start"/>${flows('s -> look -> x -> limit -> y -> k; x -> other if look.days > 5; other -> y')}${ways}`],
  ['a limit that is decided under a name that nobody reads', { columns: ['kind'], rows: [['"slow"', '8 working days'], ['"quick", "odd"', '3 working days']] }, [], `${begin().replace('motcua:result="timeLimit"', 'motcua:result="term"')}${ways}`],
  ['numbers are not listed, and hold nobody', { columns: ['other'], rows: [['[1..5)', '6 working days'], ['>= 5', '3 working days'], ['< 1', '6 working days']] }, ['row 2'], `${begin({ other: 'look.days' })}${ways}`],
  ['a default is no row: the sheet is held', { columns: ['kind'], rows: [['"quick"', '2 working days']], otherwise: '"6 working days"' }, []],
];

describe('The time that the law allows, row by row', () => {
  for (const [what, limits, late, body = `${begin()}${ways}`] of cases) it(what, async () => assert.deepEqual(await lateRows(limits, body), late));
});
