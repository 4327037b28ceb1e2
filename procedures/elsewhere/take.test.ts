import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { decoded } from './decode.ts';
import { mostCharacters, takeElsewhere, type Offered, type Taken, type Wishes } from './take.ts';

const open = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">';
/** One shape is enough for a drawing; what it does not show is told. */
const shapes = (...ids: readonly string[]): string => `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane>${ids.map((id) => `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="0" y="0" width="9" height="9"/></bpmndi:BPMNShape>`).join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
const process = (id: string, attributes = '', step = ''): string => `<process id="${id}" ${attributes}><startEvent id="${id}s"/><userTask id="${id}u" name="Xem ${id}" ${step}/><sequenceFlow id="${id}f" sourceRef="${id}s" targetRef="${id}u"/></process>`;
const drawn = (body: string, ...ids: readonly string[]): string => `${open}${body}${shapes(...ids)}</definitions>`;
const bpmn = (text: string, name = 'Cấp phép.bpmn'): Offered => ({ name, text });
const dmn = readFileSync(new URL('../../designer/templates/blank/decisions/fee.dmn', import.meta.url), 'utf8');
const chart = readFileSync(new URL('../../designer/templates/states/process.statechart.json', import.meta.url), 'utf8');

const taken = async (offered: readonly Offered[], wishes?: Wishes): Promise<Taken> => {
  const found = await takeElsewhere(offered, wishes);
  assert.ok(!('refused' in found), JSON.stringify(found));
  return found;
};

describe('A file of another tool as a process', () => {
  it('a diagram stays as it is, to its last letter', async () => {
    const text = drawn(process('p'), 'ps', 'pu');
    const { kind, files, name, processes } = await taken([bpmn(text)]);
    assert.deepEqual([kind, [...files], name], ['bpmn', [['process.bpmn', text]], 'Cấp phép']);
    assert.deepEqual(processes.map(({ id, people, events, becomes, undrawn }) => [id, people, events, becomes, undrawn]), [['p', 1, 1, 'procedure', []]]);
  });

  it('of several pools the executable one is the procedure, else the largest, else the one that is wished', async () => {
    const pools = '<collaboration id="c"><participant id="a" name="Phường" processRef="p"/><participant id="b" name="Sở" processRef="q"/><participant id="d" name="Người dân"/></collaboration>';
    const two = (first: string, second: string): string => drawn(`${pools}${process('p', first)}${process('q', second).replace('</process>', '<endEvent id="qe"/></process>')}`, 'ps', 'pu', 'qs', 'qu', 'qe');
    const rows: readonly (readonly [string, string, Wishes | undefined, string])[] = [['isExecutable="true"', '', undefined, 'p'], ['', '', undefined, 'q'], ['isExecutable="true"', "isExecutable='true'", undefined, 'q'], ['', 'isExecutable="true"', { process: 'p' }, 'p']];
    for (const [first, second, wishes, chosen] of rows) {
      const { files, processes, outside } = await taken([bpmn(two(first, second))], wishes);
      assert.deepEqual(processes.filter(({ becomes }) => becomes === 'procedure').map(({ id }) => id), [chosen]);
      assert.deepEqual(processes.map(({ name }) => name), ['Phường', 'Sở']);
      assert.deepEqual(outside, ['Người dân']);
      const reading = await readBpmn(files.get('process.bpmn')!);
      assert.equal('definition' in reading && reading.definition.id, chosen, JSON.stringify(reading));
    }
  });

  it('further diagrams lie beside, to be called; decision tables among the decisions', async () => {
    const { files, processes, name } = await taken([bpmn(drawn(process('p'), 'ps', 'pu'), 'phụ.bpmn'), bpmn(drawn(process('main', 'isExecutable="true"'), 'mains', 'mainu'), 'x.bpmn'), { name: 'Phí.dmn', text: dmn }, { name: 'phi.xml', text: dmn }]);
    assert.deepEqual([...files.keys()].toSorted(), ['decisions/phi-2.dmn', 'decisions/phi.dmn', 'process.bpmn', 'processes/phu.bpmn']);
    assert.deepEqual([processes.map(({ id, becomes }) => `${id} ${becomes}`), name], [['p called', 'main procedure'], 'x']);
  });

  it('tells which steps the drawing does not show, by their names or by what stands around them', async () => {
    const { processes, names } = await taken([bpmn(drawn(process('p'), 'ps'))]);
    assert.deepEqual(processes.map(({ undrawn }) => undrawn), [['Xem p']]);
    assert.deepEqual([names.get('ps')?.vi, names.get('pf')?.en], ['điểm bắt đầu trước “Xem p”', 'the way to “Xem p”']);
  });

  it('a diagram without a drawing is given one, and is else as it was', async () => {
    const { files, isArranged, processes } = await taken([bpmn(`${open}${process('p')}</definitions>`)]);
    const text = files.get('process.bpmn')!;
    assert.deepEqual([isArranged, processes.map(({ undrawn }) => undrawn), text.replace(/<bpmndi:[^]*<\/bpmndi:BPMNDiagram>\s*/, '')], [true, [[]], `${open}${process('p')}</definitions>`]);
  });

  it('what is written for Camunda is said in our words when that is wished, and told what was left out', async () => {
    const text = drawn(process('p', '', 'camunda:formKey="embedded:app:forms/xem.html" camunda:candidateGroups="clerk" camunda:priority="5"'), 'ps', 'pu');
    const asItIs = await taken([bpmn(text)]);
    assert.deepEqual([asItIs.isForeign, asItIs.files.get('process.bpmn'), asItIs.left], [true, text, []]);
    const said = await taken([bpmn(text)], { translate: true });
    assert.match(said.files.get('process.bpmn')!, /motcua:form="xem"/);
    assert.deepEqual(said.left.map(({ rule, element, messageVi }) => [rule, element, messageVi !== undefined]), [['foreign-decoration', 'pu', true]]);
  });

  it('an XState machine is a statechart', async () => {
    const { kind, files, processes } = await taken([{ name: 'máy.json', text: chart }]);
    assert.deepEqual([kind, files.get('process.statechart.json') === chart, (processes[0]?.people ?? 0) > 0], ['statechart', true, true]);
  });
});

describe('A file that is none is refused in words: what was expected, what came, what to do', () => {
  const rows: Readonly<Record<string, readonly [offered: readonly Offered[], vi: RegExp, en: RegExp]>> = {
    'no file': [[], /Chưa có tệp nào/, /no file/],
    'a picture': [[bpmn('\u0089PNG')], /không phải XML, cũng không phải JSON.*BPMN 2\.0 XML/, /neither XML nor JSON.*Export it again/],
    'XML that breaks off': [[bpmn(`${open}<process id="p">`)], /Không đọc được.*tệp hết trước khi đóng <process>.*Hãy mở/, /cannot be read.*ends before <process>.*Open it/],
    'XML of another kind': [[bpmn('<html><body/></html>')], /Không đọc được.*Hãy mở/, /outermost element is not <definitions>.*Open it/],
    'entities': [[bpmn(`<!DOCTYPE x [<!ENTITY a "b">]>${drawn(process('p'), 'ps')}`)], /Không nhận.*<!DOCTYPE.*hãy xóa/, /is not taken.*<!DOCTYPE.*delete/],
    'a diagram without steps': [[bpmn(drawn('<process id="p"/>', 'p'))], /ít nhất một quy trình.*không có bước nào.*Hãy/, /at least one process.*has none\. See/],
    'a process without a drawing whose steps cannot be named': [[bpmn(`${open}<process id="p"><userTask name="Xem"/></process></definitions>`)], /không có hình vẽ.*không có mã.*Hãy mở/, /no drawing.*no ids.*Open it/],
    'too much': [[bpmn(`<x>${' '.repeat(mostCharacters)}</x>`)], /tối đa 2\.000\.000 ký tự.*Hãy/, /at most 2,000,000 characters.*Take out/],
    'tables alone': [[{ name: 'phi.dmn', text: dmn }], /không phải là quy trình.*Hãy chọn thêm/, /no process\. Choose/],
    'a table that is none': [[bpmn(drawn(process('p'), 'ps')), { name: 'phi.dmn', text: '<x/>' }], /bảng quyết định.*“phi\.dmn”.*Hãy/, /decision tables.*“phi\.dmn”.*Export/],
    'a table with entities': [[bpmn(drawn(process('p'), 'ps')), { name: 'phi.dmn', text: `<!DOCTYPE x>${dmn}` }], /DOCTYPE.*Hãy/, /DOCTYPE.*Export/],
    'JSON that is no machine': [[{ name: 'package.json', text: '{"name":"x"}' }], /máy trạng thái.*không có “states”.*Hãy/, /Expected an XState v5 machine.*Export/],
    'JSON that is a list': [[{ name: 'x.json', text: '[]' }], /máy trạng thái.*Hãy/, /a list.*Export/],
    'JSON that breaks off': [[{ name: 'x.json', text: '{"states":' }], /máy trạng thái.*Hãy/, /machine as JSON.*Export/],
    'a machine beside a diagram': [[bpmn(drawn(process('p'), 'ps')), { name: 'x.json', text: chart }], /chỉ có một biểu đồ.*“x\.json”, “Cấp phép\.bpmn”.*Hãy/, /one statechart.*Take each/],
  };
  for (const [what, [offered, vi, en]] of Object.entries(rows)) {
    it(what, async () => {
      const found = await takeElsewhere(offered);
      assert.ok('refused' in found, JSON.stringify(found).slice(0, 300));
      assert.match(found.refused.vi, vi);
      assert.doesNotMatch(found.refused.vi, /expected/);
      assert.match(found.refused.en, en);
    });
  }
});

describe('The text of a file is read as it says that it is written', () => {
  const written = (text: string, encoding: BufferEncoding): Uint8Array => Buffer.from(text, encoding);
  const rows: Readonly<Record<string, readonly [bytes: Uint8Array, text: string]>> = {
    'UTF-8': [written('<?xml version="1.0" encoding="utf-8"?><a>Ể</a>', 'utf8'), '<?xml version="1.0" encoding="UTF-8"?><a>Ể</a>'],
    'UTF-8 with a mark': [written('\u{FEFF}<a>Ể</a>', 'utf8'), '<a>Ể</a>'],
    'UTF-16': [written('\u{FEFF}<?xml version="1.0" encoding="UTF-16"?><a>Ể</a>', 'utf16le'), '<?xml version="1.0" encoding="UTF-8"?><a>Ể</a>'],
    'ISO 8859-1': [written('<?xml version=\'1.0\' encoding=\'ISO-8859-1\' standalone="yes"?><a>é</a>', 'latin1'), '<?xml version=\'1.0\' encoding=\'UTF-8\' standalone="yes"?><a>é</a>'],
  };
  for (const [what, [bytes, text]] of Object.entries(rows)) it(what, () => assert.deepEqual(decoded('a.bpmn', bytes), { text }));
  it('what is no text is refused', () => {
    for (const bytes of [written('\u0089PNG\r\n', 'latin1'), written('<a>\u0000</a>', 'utf8')]) assert.match(JSON.stringify(decoded('a.bpmn', bytes)), /không phải XML/);
    assert.match(JSON.stringify(decoded('a.bpmn', written('<?xml version="1.0" encoding="klingon"?><a/>', 'utf8'))), /klingon.*UTF-8/);
  });
});
