import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decoded } from '../../procedures/elsewhere/decode.ts';
import { models } from '../../test/conformance/miwg.ts';
import { isAtHand } from '../../test/conformance/suite.ts';
import { loss } from '../../test/conformance/xml-loss.ts';
import type { DesignerPackage, Elsewhere, Examined, Findings } from '../api/designer.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const home = '/api/designer/procedures';
const name = { vi: 'Từ tệp', en: 'From a file' };
/** Which of several processes is executed may be marked anew; nothing else. */
const unmarked = (xml: string): string => xml.replaceAll(/\sisExecutable=("[^"]*"|'[^']*')/g, '');

describe('a process drawn with another tool', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const examine = async (elsewhere: Elsewhere) => (await designer.done('POST', '/api/designer/elsewhere/examine', elsewhere)) as unknown as Examined;
  const begin = (key: string, elsewhere: Elsewhere) => designer.done('POST', home, { key, name, from: { elsewhere } });
  const text = async (key: string, path: string) => ((await designer.done('GET', `${home}/${key}/file?path=${path}`)) as unknown as { text: string }).text;
  const camunda = readFileSync(new URL('../../engine/bpmn/foreign/fixtures/c8-drawn.bpmn', import.meta.url), 'utf8');

  it('drawn for Camunda, becomes a draft whose steps say in our words what they said in theirs, and is told what it lacks', async () => {
    const elsewhere = { files: [{ name: 'order.bpmn', text: camunda }], translate: true };
    const { foreign, findings, left, processes, names } = await examine(elsewhere);
    assert.deepEqual([foreign, processes.map(({ becomes, people, machines }) => [becomes, people, machines])], [true, [['procedure', 1, 1]]]);
    assert.deepEqual(left.map(({ rule, element }) => `${rule} ${element}`), ['foreign-decoration Activity_check']);
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error').map(({ rule, element }) => `${rule} ${element}`), ['step-form Activity_check', 'step-role Activity_check', 'field-known Activity_copy']);
    assert.equal(names.find(({ id }) => id === 'Activity_check')?.name.vi, 'Check the order');
    await begin('from-camunda', elsewhere);
    const { draft } = (await designer.done('GET', `${home}/from-camunda`)) as unknown as DesignerPackage;
    assert.deepEqual(draft.files.map(({ path }) => path), ['decisions/competence.dmn', 'decisions/fee.dmn', 'decisions/time-limit.dmn', 'forms/application.json', 'forms/supplement.json', 'procedure.json', 'process.bpmn']);
    assert.match(await text('from-camunda', 'process.bpmn'), /motcua:form="check-order"/);
    const checked = (await designer.done('POST', `${home}/from-camunda/check`, {})) as unknown as Findings;
    for (const { rule, element } of findings) assert.ok(checked.findings.some((finding) => finding.rule === rule && finding.element === element), `${rule} ${element} is told by the draft too`);
  });

  it('that is none is refused in words, in the reader’s language, and begins nothing', async () => {
    for (const [path, body] of [['/api/designer/elsewhere/examine', {}], [home, { key: 'from-nothing', name }]] as const) {
      const elsewhere = { files: [{ name: 'x.bpmn', text: '<!DOCTYPE a><a/>' }] };
      const { status, body: problem } = await designer.json('POST', path, path === home ? { ...body, from: { elsewhere } } : elsewhere);
      assert.deepEqual([status, problem['code']], [422, 'file-refused']);
      assert.match(String(problem['detail']), /Không nhận tệp “x\.bpmn”.*DOCTYPE.*hãy xóa/);
    }
    assert.equal((await designer.json('GET', `${home}/from-nothing`)).status, 404);
  });

  it('that is too large, or comes with too many others, is refused', async () => {
    const large = await designer.json('POST', '/api/designer/elsewhere/examine', { files: [{ name: 'x.bpmn', text: 'x'.repeat(2_000_001) }] });
    const many = await designer.json('POST', '/api/designer/elsewhere/examine', { files: Array.from({ length: 21 }, () => ({ name: 'x.bpmn', text: '<x/>' })) });
    assert.deepEqual([large.status, many.status], [422, 422]);
  });

  it('of the Model Interchange Working Group comes in and out of a draft without loss, each of them', async function () {
    if (!isAtHand('miwg')) {
      console.log('SKIPPED: the reference models of the Model Interchange Working Group are not at hand');
      this.skip();
    }
    const wrong: string[] = [];
    for (const [index, { name: file, xml, bytes }] of models().entries()) {
      const reading = decoded(`${file}.bpmn`, bytes);
      assert.ok('text' in reading, file);
      const elsewhere = { files: [{ name: `${file}.bpmn`, text: reading.text }] };
      const { findings, processes, name: called } = await examine(elsewhere);
      if (processes.filter(({ becomes }) => becomes === 'procedure').length !== 1) wrong.push(`${file}: no process is the procedure’s`);
      if (findings.some(({ messageVi }) => messageVi === undefined)) wrong.push(`${file}: something is not said in Vietnamese`);
      if (called === '-') wrong.push(`${file}: has no name`);
      await begin(`miwg-${index}`, elsewhere);
      const lost = loss(unmarked(xml), unmarked(await text(`miwg-${index}`, 'process.bpmn')));
      if (lost !== undefined) wrong.push(`${file}: ${lost}`);
    }
    assert.deepEqual(wrong, []);
  });
});
