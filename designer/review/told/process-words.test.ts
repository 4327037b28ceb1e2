import assert from 'node:assert/strict';
import motcua from '../../../engine/bpmn/motcua.json' with { type: 'json' };
import type { Definition } from '../../../engine/definition.ts';
import { bpmnFile, statechartFile } from '../../../procedures/process-path.ts';
import { processChanges } from '../process-diff.ts';
import { readDefinition } from '../read-definition.ts';
import { processSentence } from './process-words.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members of a definition that say where things stand in the file or how it is known: no change of what is executed. */
const standing = new Set(['id', 'kind', 'origin', 'incoming', 'outgoing', 'boundary', 'starts', 'handlers', 'source', 'target', 'parent', 'format', 'nodes', 'flows', 'machine', 'link', 'default', 'type']);

/** Every definition that differs in one value of one node, way or state. */
function* mutated(definition: Definition, other: (key: string, value: unknown, holder: string) => unknown): Generator<{ readonly at: string; readonly after: Definition }> {
  const seen = new Set<string>();
  const put = (value: unknown, path: readonly (string | number)[], instead: unknown): unknown => {
    const [step, ...rest] = path;
    if (step === undefined) return instead;
    if (Array.isArray(value)) return value.with(step as number, put(value[step as number], rest, instead));
    return { ...(value as Json), [step]: put((value as Json)[step as string], rest, instead) };
  };
  function* leaves(value: unknown, path: readonly (string | number)[]): Generator<readonly [readonly (string | number)[], unknown]> {
    if (isObject(value)) {
      for (const [key, each] of Object.entries(value)) if (!standing.has(key)) yield* leaves(each, [...path, key]);
    } else if (Array.isArray(value) && value.some((each) => isObject(each) || Array.isArray(each))) {
      for (const [index, each] of value.entries()) yield* leaves(each, [...path, index]);
    } else yield [path, value];
  }
  const holders: readonly (readonly [string, string, unknown])[] = [
    ...Object.entries(definition.nodes).map(([id, node]) => ['nodes', id, node] as const), ...Object.entries(definition.flows).map(([id, flow]) => ['flows', id, flow] as const),
  ];
  for (const [part, id, holder] of holders)
    for (const [path, value] of leaves(holder, [])) {
      const kind = `${part} ${(holder as { readonly kind?: string }).kind ?? ''} ${path.filter((step) => typeof step === 'string').join('.')}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const instead = other(String(path.filter((step) => typeof step === 'string' && step !== 'text' && step !== 'value').at(-1)), value, path.join('.'));
      if (instead !== undefined) yield { at: `${part}.${id}.${path.join('.')}`, after: put(definition, [part, id, ...path], instead) as Definition };
    }
}

/** Every definition of which something that belongs to the whole came, went or is another. */
function* mutatedWhole(definition: Definition): Generator<{ readonly at: string; readonly before: Definition; readonly after: Definition }> {
  const feel = (text: string) => ({ text });
  const wholes: Readonly<Record<string, readonly Partial<Definition>[]>> = {
    name: [{ name: 'Quy trình mẫu' }, { name: 'Quy trình khác' }],
    processes: [{ processes: { own1: process('own1', 'Kiểm tra'), own2: process('own2') } }, { processes: { own1: process('own1', 'Xem lại') } }],
    conversation: [
      { conversation: conversation({ 'cdtSo1': 'so', 'cdtNam1': 'nam' }) }, { conversation: conversation({ 'cdtSo1': 'soMoi', 'cdtNam1': 'nam' }) }, { conversation: conversation({ 'cdtSo1': 'so' }) },
      { conversation: { ...conversation({ 'cdtSo1': 'so', 'cdtNam1': 'nam' }), expected: { codeKey: { 'số thuế': feel('application.other') } } } },
    ],
    ...(definition.machine && {
      context: [{ machine: { ...definition.machine, context: { rounds: 0, open: true, words: 'không', list: [1] } } }, { machine: { ...definition.machine, context: { rounds: 1, open: false, words: 'có', list: [2] } } }],
      starts: [{ machine: { ...definition.machine, meta: { ...definition.machine.meta, starts: { timers: ['R/P1M', '3 working days'], messages: ['tin.moi'], signals: ['bao.dong'] } } } }, { machine: { ...definition.machine, meta: { ...definition.machine.meta, starts: { timers: ['R/P2M', '3 working days'], signals: ['bao.tan'] } } } }],
    }),
  };
  function process(id: string, name?: string) {
    return { id, starts: [], ...(name !== undefined && { name }) };
  }
  function conversation(paths: Readonly<Record<string, string>>) {
    const called: Readonly<Record<string, string>> = { cdtSo1: 'số thuế', cdtNam1: 'năm' };
    return { messages: { 'tin.thue': [{ key: 'codeKey', properties: Object.fromEntries(Object.entries(paths).map(([name, path]) => [called[name]!, feel(path)])) }] }, expected: { codeKey: { 'số thuế': feel('application.area') } } };
  }
  for (const [at, ways] of Object.entries(wholes)) {
    const states = [definition, ...ways.map((way) => ({ ...definition, ...way }))];
    for (const [index, before] of states.entries()) for (const [other, after] of states.entries()) if (JSON.stringify(before) !== JSON.stringify(after)) yield { at: `${at} ${index} to ${other}`, before, after };
  }
}

/** Another value that could stand there: another form, letter, role or step of the package where it names one. */
const otherOf = (texts: ReadonlyMap<string, string>, definition: Definition) => {
  const names = (folder: string) => [...texts.keys()].flatMap((path) => new RegExp(`^${folder}/([^/]+)\\.\\w+$`).exec(path)?.[1] ?? []);
  const another = (from: readonly unknown[], value: unknown) => from.find((one) => one !== value);
  const steps = Object.values(definition.nodes).filter(({ kind }) => kind === 'userTask').map(({ id }) => id);
  const procedure = JSON.parse(texts.get('procedure.json')!) as { readonly letters: Json; readonly registers: Json; readonly notices?: Json; readonly decisions: Readonly<Record<string, string>>; readonly forms: { readonly application: string } };
  const form = JSON.parse(texts.get(`forms/${procedure.forms.application}.json`)!) as { readonly ui: { readonly fields: Json } };
  const question = Object.keys(form.ui.fields).find((id) => !id.includes('[]'))!;
  const values: Readonly<Record<string, (value: unknown) => unknown>> = {
    form: (value) => another(names('forms'), value), role: (value) => another(['handler', 'signer'], value), unit: (value) => another(['kind:land-office', 'receiving'], value), clock: (value) => another(['pause:tax-payment', 'end'], value),
    state: (value) => another([4, 5], value), timeLimit: (value) => another(['3 working days', '4 working hours'], value), connector: (value) => another(['notify', 'letter.issue'], value), decision: (value) => another(Object.values(procedure.decisions), value),
    letter: (value) => another(Object.keys(procedure.letters).map((key) => `"${key}"`), value), register: (value) => another(Object.keys(procedure.registers).map((key) => `"${key}"`), value), event: (value) => another(Object.keys(procedure.notices ?? {}).map((key) => `"${key}"`), value),
    fourEyes: (value) => [another(steps, (value as readonly unknown[])[0])], letters: (value) => [another(Object.keys(procedure.letters), (value as readonly unknown[])[0])], candidates: () => ['handler', 'clerk'],
    attachedTo: (value) => another(steps, value), handler: (value) => another(steps, value), timer: (value) => another(['2 working days', 'PT3H'], value), binding: () => 7,
  };
  return (key: string, value: unknown, path: string): unknown => {
    const isInput = path.startsWith('step.inputs') || path.startsWith('step.outputs');
    if (Object.hasOwn(values, key) && (!isInput || /^(letter|register|event)$/.test(key))) return values[key]!(value);
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'number') return value + 1;
    if (/(text|value)$/.test(path) || ['assignee', 'assignedRole', 'dueDate'].includes(key)) return `application.${question} != null`;
    if (Array.isArray(value)) return [...(value as unknown[]), 'khác'];
    return /^(name|nameEn|vi|en)$/.test(key) && !path.startsWith('event') ? `${String(value)} khác` : 'other.name';
  };
};

const saidOf = async (key: string, language: 'vi' | 'en') => {
  const told = await telling(language);
  const texts = textsOf(key);
  const called = await calledBy(texts, told);
  const path = [bpmnFile, statechartFile].find((one) => texts.has(one))!;
  return { told, texts, called, path, definition: called.definition!, codeIn: codesIn(texts) };
};

describe('a change of a process, told in words', () => {
  for (const key of shipped)
    it(`is told wherever the process of ${key} may change, without a code of the package`, async () => {
      const faults: string[] = [];
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const { told, texts, called, definition, codeIn } = await saidOf(key, language);
        for (const { at, after } of mutated(definition, otherOf(texts, definition))) {
          const fault = faultIn(processChanges(definition, after, language).map((change) => processSentence(change, called)), codeIn, told);
          if (fault !== undefined) faults.push(`${language} ${at}: ${fault}`);
        }
        for (const { at, before, after } of mutatedWhole(definition)) {
          const said = processChanges(before, after, language).map((change) => processSentence(change, called));
          const fault = faultIn(said, (sentence) => /undefined|\[object|codeKey|\bown\d/.exec(sentence)?.[0], told) ?? (said.some((sentence) => !sentence.includes(':')) ? `only that it changed: ${said.join(' ')}` : undefined);
          if (fault !== undefined) faults.push(`${language} ${at}: ${fault}`);
        }
      }
      assert.deepEqual(faults, []);
    });

  it('says what came, went and is another of the whole', async () => {
    const { called, definition } = await saidOf('urban-order-report', 'vi');
    const said = (before: Partial<Definition>, after: Partial<Definition>) => processChanges({ ...definition, ...before }, { ...definition, ...after }).map((change) => processSentence(change, called));
    const machine = definition.machine!;
    assert.deepEqual(said({ machine: { ...machine, context: { rounds: 0, urgent: true } } }, { machine: { ...machine, context: { rounds: 2, words: 'mới' } } }), ['Dữ liệu có sẵn lúc bắt đầu: thêm “words” (“mới”). Dữ liệu có sẵn lúc bắt đầu: bỏ “urgent” (“Có”). Dữ liệu có sẵn lúc bắt đầu, “rounds”: từ 0 thành 2.']);
    assert.deepEqual(said({}, { machine: { ...machine, meta: { ...machine.meta, starts: { timers: ['R/P1M'], messages: ['fire'] } } } }), ['Điều làm quy trình tự bắt đầu, thời điểm: thêm mỗi 1 tháng. Điều làm quy trình tự bắt đầu, tin từ ngoài: thêm “fire”.']);
    assert.deepEqual(said({ processes: { a: { id: 'a', name: 'Kiểm tra', starts: [] } } }, { processes: { a: { id: 'a', name: 'Xem lại', starts: [] }, b: { id: 'b', name: 'Gửi', starts: [] } } }), ['Các quy trình có trong cùng tệp: thêm “Gửi”. Các quy trình có trong cùng tệp, “Xem lại”: từ “Kiểm tra” thành “Xem lại”.']);
  });

  // the smallest drawing, so that it is read quickly once for each attribute
  const xml = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="s" name="Đầu"/><bpmn:sequenceFlow id="sa" sourceRef="s" targetRef="a"/>
    <bpmn:userTask id="a" name="Việc một"/><bpmn:sequenceFlow id="ab" sourceRef="a" targetRef="b"/>
    <bpmn:serviceTask id="b" name="Việc máy" motcua:connector="notify"/><bpmn:sequenceFlow id="bc" sourceRef="b" targetRef="c"/>
    <bpmn:businessRuleTask id="c" name="Việc tra" motcua:decision="x#y"/><bpmn:sequenceFlow id="cm" sourceRef="c" targetRef="m"/>
    <bpmn:userTask id="m" name="Việc nhiều"><bpmn:multiInstanceLoopCharacteristics motcua:collection="=danhSach" motcua:element="muc" motcua:outputCollection="gom" motcua:outputElement="=ketQua"/></bpmn:userTask><bpmn:sequenceFlow id="mk" sourceRef="m" targetRef="k"/>
    <bpmn:callActivity id="k" name="Việc gọi" calledElement="other" motcua:binding="version" motcua:version="3"/><bpmn:sequenceFlow id="ke" sourceRef="k" targetRef="e"/><bpmn:endEvent id="e" name="Cuối"/>
    </bpmn:process></bpmn:definitions>`;
  const at: Readonly<Record<string, string>> = { initiator: 's', connector: 'b', evaluates: 'b', decision: 'c' };
  const values: Readonly<Record<string, string>> = { clock: 'pause:tax', state: '5', timeLimit: '2 working days', dueDate: 'PT2H', variables: 'always', unit: 'kind:ward', citizenNameEn: 'Now', assignee: '=1', assignedRole: '=1', evaluates: '=1', fourEyes: 'm', decision: 'x#z' };
  const put = (of: string, attribute: string, value: string): string => {
    const bare = xml.replaceAll(new RegExp(` motcua:${attribute}="[^"]*"`, 'g'), '');
    const more = attribute === 'citizenNameEn' ? ' motcua:citizenName="Nay"' : '';
    return attribute === 'evaluates' ? bare.replace(' motcua:connector="notify"', ` motcua:evaluates="${value}"`) : bare.replace(new RegExp(`(<bpmn:\\w+ id="${of}"[^>]*?)(/?>)`), `$1 motcua:${attribute}="${value}"${more}$2`);
  };
  // the parser puts its prefix before the names that it was handed
  const bare = ({ name }: { readonly name: string }): { readonly name: string } => ({ name: name.replace(/^motcua:/, '') });
  const types = motcua.types.map((type) => ({ ...bare(type), properties: type.properties.map(bare) }));
  const cases = types.flatMap(({ name, properties }): [string, string, string][] => {
    if (name === 'Step') return properties.map((property): [string, string, string] => [`${name} ${property.name}`, put(at[property.name] ?? 'a', property.name, values[property.name] ?? 'khac'), xml]);
    if (name === 'LaneOfRole') return [[`${name} role`, xml.replace('<bpmn:startEvent', '<bpmn:laneSet id="ls"><bpmn:lane id="l" motcua:role="clerk"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet><bpmn:startEvent'), xml]];
    if (name === 'Named') return properties.map(({ name: property }): [string, string, string] => [`${name} ${property}`, xml.replace('<bpmn:sequenceFlow id="ab"', `<bpmn:sequenceFlow id="ab" motcua:${property}="Next"`), xml]);
    if (name === 'MultiInstance') return properties.map((property): [string, string, string] => [`${name} ${property.name}`, xml.replace(new RegExp(`(motcua:${property.name}=")[^"]*`), property.name === 'collection' || property.name === 'outputElement' ? '$1=khac' : '$1khac'), xml]);
    if (name === 'Call') return [
      ['Call calledExpression', xml.replace('calledElement="other" motcua:binding="version" motcua:version="3"', 'motcua:calledExpression="=ma"'), xml], ['Call binding', xml.replace('motcua:binding="version" motcua:version="3"', 'motcua:binding="deployment"'), xml],
      ['Call version', xml.replace('motcua:version="3"', 'motcua:version="4"'), xml], ['Call shares', xml.replace('calledElement=', 'motcua:shares="true" calledElement='), xml], ['Call propagate', xml.replace('calledElement=', 'motcua:propagate="true" calledElement='), xml], ['Call propagateLocal', xml.replace('calledElement=', 'motcua:propagateLocal="true" calledElement='), xml],
    ];
    if (name === 'AdHoc') {
      const adHoc = xml.replace('<bpmn:userTask id="a" name="Việc một"/>', '<bpmn:adHocSubProcess id="a" name="Cụm việc"><bpmn:userTask id="ai" name="Việc con"/></bpmn:adHocSubProcess>');
      return [['AdHoc activates', adHoc.replace('id="a"', 'id="a" motcua:activates="=khac"'), adHoc]];
    }
    const held = (text: string) => name === 'Key'
      ? xml.replace('<bpmn:endEvent id="e" name="Cuối"/>', `<bpmn:endEvent id="e" name="Cuối"><bpmn:extensionElements><motcua:key name="ma">${text}</motcua:key></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="msg"/></bpmn:endEvent>`).replace('<bpmn:process', '<bpmn:message id="msg" name="tin.moi"/><bpmn:process')
      : xml.replace('<bpmn:userTask id="a" name="Việc một"/>', `<bpmn:userTask id="a" name="Việc một"><bpmn:extensionElements><motcua:${name.toLowerCase()} name="ma">${text}</motcua:${name.toLowerCase()}></bpmn:extensionElements></bpmn:userTask>`);
    const ofCall = (text: string) => xml.replace('motcua:version="3"/>', `motcua:version="3"><bpmn:extensionElements><motcua:${name.toLowerCase()} name="ma">${text}</motcua:${name.toLowerCase()}></bpmn:extensionElements></bpmn:callActivity>`);
    const holds = ['Own', 'Local', 'Kept'].includes(name) ? ofCall : held;
    return [[name, holds('khac'), holds('cu')]];
  });
  it('has words for every attribute that the engine reads', async () => {
    const { told, called } = await saidOf('certified-copy', 'vi');
    const faults: string[] = [];
    for (const [what, after, before] of cases) {
      const [old, next] = await Promise.all([readDefinition(bpmnFile, before, { sketch: true }), readDefinition(bpmnFile, after, { sketch: true })]);
      assert.ok(old && next, `${what} cannot be read`);
      const said = processChanges(old, next).map((change) => processSentence(change, called));
      const fault = faultIn(said, (sentence) => /\b(kind|pause):\S+|undefined|motcua|\b(sa|ab|bc|danhSach|performer|initiator|clock)\b/.exec(sentence)?.[0], told);
      if (fault !== undefined) faults.push(`${what}: ${fault}`);
    }
    assert.deepEqual(faults, []);
    assert.ok(cases.length >= 30);
  });
});
