import assert from 'node:assert/strict';
import { fileTitle } from '../package/file-title.ts';
import { differences } from './differences.ts';
import { readDefinition } from './read-definition.ts';
import { around, telling, textsOf } from './told/testing/packages.ts';

const process = (id: string, name: string, step: string) => `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="${id}" name="${name}" isExecutable="true"><bpmn:startEvent id="s" name="Đầu"/><bpmn:sequenceFlow id="sa" sourceRef="s" targetRef="a"/><bpmn:userTask id="a" name="${step}"/><bpmn:sequenceFlow id="ae" sourceRef="a" targetRef="e"/><bpmn:endEvent id="e" name="Cuối"/></bpmn:process></bpmn:definitions>`;

describe('what is different between two states of a package', () => {
  it('names a decision file in the language of the reader', async () => {
    const { text, language } = await telling('en');
    assert.equal(fileTitle('decisions/fee.dmn', textsOf('construction-permit-house').get('decisions/fee.dmn')!, text, language), 'The decision table “Fee for the permit”');
  });

  it('is told of sub-processes and of called procedures as of its own files', async () => {
    const on = await telling('vi');
    const own = textsOf('certified-copy');
    const called = [...own].map(([path, text]) => [`called/certified-copy/${path}`, text] as const);
    const before = new Map([...own, ...called, ['processes/check.bpmn', process('check', 'Kiểm tra', 'Xem giấy tờ')]]);
    const form = own.get('forms/application.json')!;
    const title = (JSON.parse(form) as { readonly title: { readonly vi: string } }).title.vi;
    const after = new Map([...before, ['processes/check.bpmn', process('check', 'Kiểm tra', 'Soát giấy tờ')], ['called/certified-copy/forms/application.json', form.replace(title, 'Đơn mới')], ['README.md', 'Một dòng.']]);
    const files = await differences(['README.md', 'called/certified-copy/forms/application.json', 'processes/check.bpmn', 'resources/x.png'], before, after, around, on, (path, text) => readDefinition(path, text, { sketch: true }));
    const said = Object.fromEntries(files.map((file) => [file.path, [file.title, ...file.said.map(({ text }) => text)]]));
    assert.deepEqual(said['processes/check.bpmn']?.slice(1), ['“Soát giấy tờ”, tên: từ “Xem giấy tờ” thành “Soát giấy tờ”.']);
    assert.equal(files.find(({ path }) => path === 'processes/check.bpmn')?.drawn?.changes.length, 1);
    assert.match(said['called/certified-copy/forms/application.json']![0]!, /^Thủ tục được gọi “.*”: Biểu mẫu “Đơn mới”$/);
    assert.match(said['called/certified-copy/forms/application.json']![1]!, /thành “Đơn mới”/);
    assert.equal(files.find(({ path }) => path === 'README.md')?.whole, 'added');
    assert.deepEqual(said['resources/x.png']?.slice(1), [on.text('fileChanged')]);
  });
});
