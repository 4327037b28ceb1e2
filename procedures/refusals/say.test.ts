import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Finding } from '../finding.ts';
import { readDrawn } from '../read-drawn.ts';
import { faults } from '../../engine/expression/fault-vi.ts';
import { decisionVi, dmn } from './dmn-vi.ts';
import { foreignCode, juel } from './foreign-vi.ts';
import { askedVi, live, obstaclesVi, timersVi } from './live-vi.ts';
import { sayVi, sentences } from './say.ts';
import { xml } from './xml-vi.ts';

const root = new URL('../../', import.meta.url);
/** What is asked of a machine at work, not said when it is read. */
const atWork = /statechart\/(obstacles|run|transition)\.ts$/;
const sources = globSync(['engine/bpmn/**/*.ts', 'engine/statechart/*.ts', 'engine/link.ts', 'engine/modify.ts', 'engine/skip.ts'], { cwd: root }).filter((path) => !path.endsWith('.test.ts') && !atWork.test(path.replaceAll('\\', '/')));

/** The sentences of a source: texts and templates, `{}` for each hole, those within holes too. */
function textsIn(source: string): readonly string[] {
  const found: string[] = [];
  const quoted = (from: number, sign: string): number => {
    let text = '';
    let at = from;
    for (; at < source.length && source[at] !== sign; at += 1) {
      if (source[at] === '\\') text += source[(at += 1)];
      else if (sign === '`' && source.startsWith('${', at)) {
        at = code(at + 2);
        text += '{}';
      } else text += source[at];
    }
    found.push(text);
    return at;
  };
  const code = (from: number): number => {
    let depth = 0;
    for (let at = from; at < source.length; at += 1) {
      const sign = source[at]!;
      if (sign === '}' && depth === 0) return at;
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (source.startsWith('//', at)) at = source.indexOf('\n', at);
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at);
      // a regular expression, whose quotes are none
      else if (sign === '/' && /[(,=:!&|?]\s*$/.test(source.slice(Math.max(0, at - 9), at))) at += /^\/(?:\\.|\[(?:\\.|[^\]])*\]|[^/\\])+/.exec(source.slice(at))![0].length;
      else if (sign === '`' || sign === "'" || sign === '"') at = quoted(at + 1, sign);
    }
    return source.length;
  };
  code(0);
  return found;
}

/** The states of a statechart are told of by `say('rule', 'what is expected …')`. */
const said = (path: string): readonly string[] => {
  const texts = textsIn(readFileSync(new URL(path, root), 'utf8'));
  const whole = texts.filter((text) => text.startsWith('expected ') && text !== 'expected {}');
  return path.endsWith('states.ts') ? [...whole, ...texts.filter((text) => /, but (there|it|of|state|\{\})/.test(text) && !text.startsWith('expected ')).map((text) => `expected ${text}`)] : whole;
};
const all = new Set(sources.flatMap(said));
const told = new Set(sentences.map(([english]) => english));

/** They stand within a sentence. */
const fillings = new Set(['the expression is', 'the expressions of the file are']);

/** What a source says where it refuses: the texts behind these words, up to the end of the line. */
const after = (words: string, paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.filter((path) => !path.endsWith('.test.ts')).flatMap((path) => readFileSync(new URL(path, root), 'utf8').split('\n')).filter((line) => new RegExp(words).test(line)).flatMap(textsIn).filter((text) => / \w/.test(text) && !fillings.has(text)));

const reasons = [
  ['an expression is none or has no value', faults, after(String.raw`new Refusal\(['\`]|^    [?:] \``, globSync('engine/expression/**/*.ts', { cwd: root }))],
  ['a decision is not executed', dmn, after(String.raw`report\(|languageProblem|message: \`expected|undefined : \`expected|new Error\((?!error)`, globSync('engine/decision/**/*.ts', { cwd: root }))],
  ['a text is no XML', xml, after(String.raw`return (ends|\`|roots)|\) return \``, ['engine/xml-fault.ts'])],
  ['a live dossier is not changed as asked', live, new Set([
    ...after(String.raw`reject\('(no-token|no-place|no-gateway|no-version|bad-data)', [^)]*['\`]`, globSync('engine/**/*.ts', { cwd: root }).filter((path) => !/engine\/(modify|skip)\.ts$|statechart\/move\.ts$/.test(path))),
    ...after(String.raw`invalid\(`, ['transfer', 'skip-incident', 'retry-incident', 'move-dossier', 'choose-flow'].map((name) => `runtime/commands/${name}.ts`).filter((path) => existsSync(new URL(path, root)))),
  ])],
  ['a dossier stays under its version', obstaclesVi, new Set([...after(String.raw`said\(plan|message: '|message: \`|say\('`, ['engine/migrate.ts', 'engine/statechart/obstacles.ts'])].map((text) => text.replace(/^\{\}: /, '')))],
  ['an expression of another engine is not translated', juel, after(String.raw`new Untranslatable\(`, globSync('engine/bpmn/juel/*.ts', { cwd: root }))],
  ['code of another engine is not run', foreignCode, new Set([...after(String.raw`refuseCode\(|: code\(|': 'the `, globSync('engine/bpmn/foreign/*.ts', { cwd: root }))].flatMap((text) => (/^(camunda|zeebe):|^an unnamed/.test(text) ? [] : [text.startsWith('the ') && !text.includes('{}') ? `${text} {}` : text])))],
  ['a timer cannot be set', timersVi, after(String.raw`limit_invalid`, ['engine/calendar/limit.ts', 'runtime/timer-due.ts'])],
  ['an element cannot be waited for', askedVi, after(String.raw`fail\('`, ['engine/elements/ask.ts', 'engine/correlation.ts'])],
] as const;

describe('what the readers of diagrams and statecharts say is said in Vietnamese', () => {
  it('every sentence', () => {
    assert.ok(all.size > 180, `${all.size} sentences`);
    assert.deepEqual([...all].filter((text) => !told.has(text)), []);
  });

  it('and no other', () => assert.deepEqual([...told].filter((text) => !all.has(text)), []));

  it('with everything that is filled in, and nothing else', () => {
    for (const [english, vietnamese] of sentences) {
      const holes = english.split('{}').length - 1;
      const filled = [...new Set([...vietnamese.matchAll(/\{#?(\d)\}/g)].map(([, index]) => Number(index)))].toSorted();
      assert.ok(filled.every((index) => index < holes), vietnamese);
      assert.ok(/[ạ-ỹàáâãèéêìíòóôõùúýăđĩũơư]/.test(vietnamese), vietnamese);
    }
  });

  for (const [what, told, said] of reasons) {
    it(`and why ${what}, every reason and no other`, () => assert.deepEqual(told.map(([english]) => english).toSorted(), [...said].toSorted()));
  }

  const examples: readonly (readonly [message: string, said: string])[] = [
    ['expected gateway Gateway_1 to lead somewhere, but it has no outgoing flow and tokens end there', 'điểm rẽ (Gateway_1) không có lối ra: hồ sơ dừng ở đó'],
    ['expected userTask "Thẩm định" (examine) to name the process it calls, but it names none', 'bước của người "Thẩm định" (examine) chưa nói gọi quy trình nào'],
    ['expected boundaryEvent b to be attached to an activity, but it is attached to startEvent "Nộp" (s)', 'sự kiện trên cạnh (b) phải gắn vào một bước, nhưng gắn vào điểm bắt đầu "Nộp" (s)'],
    ['expected the condition of sequenceFlow f "a +" to be valid FEEL, but unexpected end', 'điều kiện của đường nối (f) “a +” chưa phải là FEEL đúng: unexpected end'],
    ['expected a form (form) only on user tasks, but serviceTask "Tính phí" (fee) has it', 'biểu mẫu (form) chỉ đặt ở bước của người, nhưng bước của máy "Tính phí" (fee) lại có'],
    ['expected event sub-process e to have one start event, but it has a, b', 'quy trình con theo sự kiện (e) phải có đúng một điểm bắt đầu, nhưng có (a), (b)'],
    ['expected the condition of sequenceFlow f "a +" to be valid FEEL, but expected the expression to go on, but it ends at line 1, column 4', 'điều kiện của đường nối (f) “a +” chưa phải là FEEL đúng: biểu thức chưa hết, dừng ở dòng 1, cột 4'],
    ['expected a BPMN 2.0 document, but </c> at line 3, column 3 stands where <b> of line 2, column 3 has to be closed', 'tệp không phải là sơ đồ BPMN 2.0: </c> ở dòng 3, cột 3 nằm ở chỗ phải đóng <b> của dòng 2, cột 3'],
    ['expected a BPMN 2.0 document, but the comment that begins at line 2, column 1 never ends', 'tệp không phải là sơ đồ BPMN 2.0: ghi chú bắt đầu ở dòng 2, cột 1 không có chỗ kết thúc'],
    ['expected "initial" of state work to be one of one, two, but it is missing', '"initial" của trạng thái (work) phải là một trong one, two, nhưng chưa có'],
    ['expected "meta.role" of state work to be a text, but it is not', '"meta.role" của trạng thái (work) phải là chữ'],
  ];
  for (const [message, vietnamese] of examples) it(message, () => assert.equal(sayVi(message), vietnamese));

  const changes: readonly (readonly [message: string, said: string])[] = [
    ['userTask "Thẩm định" (examine): expected this step in the new version, but it is not there: say which step takes its place, or move the token first', 'bước của người "Thẩm định" (examine): phiên bản mới không có bước này: hãy nói bước nào thay nó, hoặc chuyển hồ sơ sang bước khác trước'],
    ['expected one of f1, f2 out of exclusiveGateway g, but got none', 'đường chọn phải là đường đi ra từ điểm chọn một nhánh (g): (f1), (f2)'],
    ['expected the condition of flow f out of exclusiveGateway g "a > 5" to find its data, but there is no a', 'chưa có dữ liệu mà biểu thức “a > 5” cần: (a)'],
    ['expected a reason, but it is empty', 'hãy ghi lý do'],
  ];
  const foreign: readonly (readonly [message: string, said: string])[] = [
    ['expected the condition of flow c "${a[}" to be FEEL or translatable to it, but did not expect "[" at character 2', 'điều kiện của đường nối (c) “${a[}” phải là FEEL hoặc dịch được sang FEEL: thừa hoặc sai ở “[” (ký tự thứ 2)'],
    ['expected the condition of flow c "${b.c(1)}" to be FEEL or translatable to it, but "b.c(…)" is code of the other engine', 'điều kiện của đường nối (c) “${b.c(1)}” phải là FEEL hoặc dịch được sang FEEL: “b.c(…)” là mã của hệ thống kia'],
    ['expected userTask x to need no code of another engine, but it has input "sc" with a script in groovy, which is never run here', 'bước của người (x) có mã của hệ thống khác (đầu vào "sc", tính bằng mã groovy), ở đây không bao giờ chạy'],
    ['expected serviceTask x to need no code of another engine, but it has the class a.B, which is never run here', 'bước của máy (x) có mã của hệ thống khác (lớp a.B), ở đây không bao giờ chạy'],
    ['expected x and 2 others to say only what changes something, but zeebe:priority does not: a step has no priority', '(x) và 2 chỗ khác: “zeebe:priority” không có tác dụng ở đây (a step has no priority)'],
  ];
  for (const [message, vietnamese] of foreign) it(message, () => assert.equal(sayVi(message), vietnamese));
  for (const [message, vietnamese] of changes) it(message, () => assert.equal(sayVi(message), vietnamese));

  const decisions: readonly (readonly [message: string, said: string])[] = [
    ['in the decision table "fee": expected 2 input and 1 output cells, but the rule has 1 and 1', 'trong bảng quyết định “fee”: dòng phải có 2 ô điều kiện và 1 ô trả lời, nhưng có 1 và 1'],
    ['in the import "Rates", rate: did not expect ")" at line 1, column 3', 'trong tệp được nhập “Rates”, ở rate: thừa hoặc sai ở “)” (dòng 1, cột 3)'],
    ['expected a DMN 1.2 to 1.5 file, but the file ends before <definitions> of line 1, column 1 is closed', 'tệp không phải là DMN 1.2 đến 1.5: tệp hết trước khi đóng <definitions> của dòng 1, cột 1'],
    ['expected an expression in "then", but there is none that is executed', 'thiếu biểu thức trong “then”'],
    ['expected a file with the namespace "u" beside this one, but there is none among those that can be read; of another, the file is empty', 'không có tệp nào bên cạnh mang namespace “u” trong số tệp đọc được; tệp khác thì tệp trống'],
    ['did not expect "+" at line 1, column 3', 'thừa hoặc sai ở “+” (dòng 1, cột 3)'],
  ];
  for (const [message, vietnamese] of decisions) it(message, () => assert.equal(decisionVi(message), vietnamese));

  it('in the findings of a package', async () => {
    const found: Finding[] = [];
    const flows = '<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="g"/>';
    const drawn = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g" name="Đủ?" default="other"/><bpmn:task id="lost" name="Bỏ quên"/>${flows}</bpmn:process></bpmn:definitions>`;
    await readDrawn(new Map([['process.bpmn', Buffer.from(drawn)]]), new Map(), found);
    assert.ok(found.length > 2, JSON.stringify(found));
    assert.deepEqual(found.filter(({ messageVi }) => messageVi === undefined), []);
  });

  it('nothing for what none of them says', () => assert.equal(sayVi('the sea is blue'), undefined));
});
