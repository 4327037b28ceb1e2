import assert from 'node:assert/strict';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import { readDmn } from '../../engine/decision/read.ts';
import { changeTables } from '../decisions/change-tables.ts';
import { readFolder } from '../../procedures/folder.ts';
import type { Finding } from '../../server/api/designer.ts';
import { answer } from './questions.ts';
import type { Texts } from './read-package.ts';

const finding = async (files: Texts): Promise<readonly string[]> => ((await answer({ ask: 'check', files })) as readonly Finding[]).filter(({ severity, rule }) => severity !== 'note' && rule !== 'filled-in' && rule !== 'national-code').map(({ rule, element }) => `${rule} ${element}`);

describe('What the worker offers to mend a package', function () {
  this.timeout(120_000);
  let files: Texts;
  before(async () => {
    files = Object.fromEntries([...await readFolder('designer/templates/permit')].map(([path, content]) => [path, typeof content === 'string' ? content : new TextDecoder().decode(content)]));
  });
  const changed = (from: string, to: string): Texts => ({ ...files, 'process.bpmn': files['process.bpmn']!.replaceAll(from, () => to) });
  const limited = (limits: Readonly<Record<string, string>>): Texts => ({
    ...files, 'process.bpmn': Object.entries(limits).reduce((text, [id, limit]) => text.replace(new RegExp(`(id="${id}" [^>]*motcua:timeLimit=")[^"]*`), (_, before: string) => before + limit), files['process.bpmn']!),
  });

  it('shortens one step, so that all fits into the time by law', async () => {
    const late = { examine: '6 working days' };
    assert.deepEqual(await finding(limited(late)), ['time-sum issueReceipt']);
    const offers = (await answer({ ask: 'shorten', files: limited(late) })) as readonly Readonly<Record<string, string>>[];
    assert.deepEqual(offers, [{ examine: '4.5 working days' }]);
    for (const offer of offers) assert.deepEqual(await finding(limited({ ...late, ...offer })), []);
  });

  it('shortens all of them where none can do it alone', async () => {
    const late = { examine: '6 working days', sign: '6 working days' };
    const [offer, ...others] = (await answer({ ask: 'shorten', files: limited(late) })) as readonly Readonly<Record<string, string>>[];
    assert.deepEqual([offer, others], [{ examine: '2.5 working days', sign: '2.5 working days' }, []]);
    assert.deepEqual(await finding(limited({ ...late, ...offer })), []);
  });

  it('names what nobody asks, and what could be asked instead', async () => {
    const { wrong, known } = await answer({ ask: 'fields', files: changed('=sign.outcome = "sign"', '=sign.outcom = "sign"'), element: 'signed_takeNumber' }) as { wrong: readonly string[]; known: readonly string[] };
    assert.deepEqual(wrong, ['sign.outcom']);
    for (const path of ['sign.outcome', 'filing.channel', 'reception.reason', 'permitNumber']) assert.ok(known.includes(path), path);
  });

  const table = (type: string, cells: readonly string[], values = '') => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="n"><inputData id="x" name="x"><variable id="v" name="x" typeRef="${type}"/></inputData>
<decision id="d" name="d"><variable id="dv" name="d"/><informationRequirement id="r"><requiredInput href="#x"/></informationRequirement><decisionTable id="t" hitPolicy="UNIQUE"><input id="i" label="x"><inputExpression id="ie" typeRef="${type}"><text>x</text></inputExpression>${values && `<inputValues id="iv"><text>${values}</text></inputValues>`}</input><output id="o" name="y" typeRef="number"/>
${cells.map((cell, index) => `<rule id="r${index}"><inputEntry id="c${index}"><text>${cell.replaceAll('<', '&lt;')}</text></inputEntry><outputEntry id="e${index}"><text>1</text></outputEntry></rule>`).join('')}</decisionTable></decision></definitions>`;
  const gaps = async (xml: string) => {
    const reading = await readDmn(xml);
    assert.ok('decisions' in reading, JSON.stringify(reading));
    return checkDecisions(reading.decisions).filter(({ rule }) => rule === 'decision-gap');
  };
  const tables: readonly [name: string, xml: string][] = [
    ['one of several texts', table('string', ['"a"'], '"a", "b", "c"')],
    ['a text besides', table('string', ['"a"', '"b"'])],
    ['numbers between and beyond', table('number', ['< 10', '[20..30)', '40'])],
    ['days', table('date', ['date("2026-01-01")', '[date("2026-02-01")..date("2026-03-01")]'])],
    ['yes or no', table('boolean', ['true'])],
  ];
  for (const [name, xml] of tables) it(`adds the rules that a decision table lacks: ${name}`, async () => {
    let text = xml;
    let found = await gaps(text);
    assert.notEqual(found.length, 0);
    for (let round = 0; found[0] && round < 8; round += 1) {
      text = await changeTables(text, { change: 'add', decision: 'd', inputs: found[0].tests! });
      found = await gaps(text);
    }
    assert.deepEqual(found, []);
    assert.doesNotMatch((await readDmn(text).then((reading) => ('decisions' in reading ? checkDecisions(reading.decisions) : []))).map(({ rule }) => rule).join(' '), /overlap|unreachable/);
  });
});
