import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { readDecisions } from '../../procedures/read-decisions.ts';
import { changeTables, type Change } from './change-tables.ts';
import { readTables } from './table-file.ts';

const spec = 'https://www.omg.org/spec/DMN';
/** What each version calls itself, and its drawing. */
const versions: readonly (readonly [version: string, model: string, drawing: string])[] = [
  ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/', 'http://www.omg.org/spec/DMN/20180521/DMNDI/'],
  ['1.3', `${spec}/20191111/MODEL/`, `${spec}/20191111/DMNDI/`], ['1.4', `${spec}/20211108/MODEL/`, `${spec}/20191111/DMNDI/`],
  ['1.5', `${spec}/20230324/MODEL/`, `${spec}/20230324/DMNDI/`], ['1.6', `${spec}/20240513/MODEL/`, `${spec}/20230324/DMNDI/`],
];
const inside = (prefix: string): string => {
  const p = prefix === '' ? '' : `${prefix}:`;
  return `<${p}inputData id="area" name="area"><${p}variable id="area_v" name="area" typeRef="number"/></${p}inputData>
  <${p}decision id="fee" name="fee"><${p}variable id="fee_v" name="fee" typeRef="number"/><${p}informationRequirement id="needs"><${p}requiredInput href="#area"/></${p}informationRequirement>
    <${p}decisionTable id="table" hitPolicy="UNIQUE"><${p}input id="in" label="Diện tích"><${p}inputExpression id="expression" typeRef="number"><${p}text>area</${p}text></${p}inputExpression></${p}input>
      <${p}output id="out" name="fee" typeRef="number"/><${p}rule id="rule"><${p}inputEntry id="i"><${p}text>-</${p}text></${p}inputEntry><${p}outputEntry id="o"><${p}text>1</${p}text></${p}outputEntry></${p}rule></${p}decisionTable></${p}decision>
  <dmndi:DMNDI><dmndi:DMNDiagram id="drawing"><dmndi:DMNShape id="shape" dmnElementRef="fee"><dc:Bounds height="80" width="180" x="1" y="2"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>`;
};
const file = (model: string, drawing: string, prefix = ''): string =>
  `<?xml version="1.0"?>\n<${prefix === '' ? '' : `${prefix}:`}definitions xmlns${prefix === '' ? '' : `:${prefix}`}="${model}" xmlns:dmndi="${drawing}" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="m" name="M" namespace="urn:m" expressionLanguage="${model.replace('MODEL', 'FEEL')}">${inside(prefix)}</${prefix === '' ? '' : `${prefix}:`}definitions>`;
const change: Change = { change: 'cell', decision: 'fee', rule: 'rule', column: 'outputs', index: 0, text: '75000' };

describe('a decision file of any version of DMN', () => {
  for (const [version, model, drawing] of versions)
    for (const prefix of ['', 'dmn', 'semantic'])
      it(`${version}${prefix === '' ? '' : `, written with the prefix ${prefix}`}, is read, edited and stays what it is`, async () => {
        const reading = await readTables(file(model, drawing, prefix), 'vi');
        assert.ok('decisions' in reading, JSON.stringify(reading));
        assert.deepEqual(reading.decisions.map(({ id, kind }) => [id, kind]), [['fee', 'table']]);
        const after = await changeTables(file(model, drawing, prefix), change);
        const names = (xml: string) => [...xml.matchAll(/(?:\sxmlns(?::[\w.-]+)?|expressionLanguage)="([^"]*)"/g)].map(([, uri]) => uri).toSorted();
        assert.deepEqual(names(after), names(file(model, drawing, prefix)));
        for (const kept of [/DMNShape id="shape" dmnElementRef="fee"/, /Bounds height="80" width="180" x="1" y="2"/, /label="Diện tích"/, /requiredInput href="#area"/]) assert.match(after, kept);
        const [table] = [...(await readDecisions(new Map([['fee', after]]), [])).values()];
        assert.match(JSON.stringify(table), /75000/);
      });

  it('is not edited where something would be lost, and says what', async () => {
    const [, model, drawing] = versions[3]!;
    const newer = file(model, drawing).replace('<inputData', '<decision id="c" name="c"><conditional id="k"><if><literalExpression><text>true</text></literalExpression></if><then><literalExpression><text>1</text></literalExpression></then><else><literalExpression><text>2</text></literalExpression></else></conditional></decision><inputData');
    const reading = await readTables(newer, 'vi');
    assert.ok('fault' in reading && /conditional/i.test(reading.fault), JSON.stringify(reading));
  });
  it('is edited without loss where we ship it', async () => {
    const root = new URL('../../', import.meta.url).pathname;
    const files = globSync('{procedures,designer}/**/*.dmn', { cwd: root });
    assert.ok(files.length > 20);
    const faults = await Promise.all(files.map(async (path) => ((reading) => ('fault' in reading ? [`${path}: ${reading.fault}`] : []))(await readTables(readFileSync(`${root}${path}`, 'utf8'), 'vi'))));
    assert.deepEqual(faults.flat(), []);
  });
  it('is refused where it is older than DMN 1.2', async () => assert.ok('fault' in (await readTables(file('http://www.omg.org/spec/DMN/20151101/dmn.xsd', versions[0]![2]), 'vi'))));
});
