import { faultVi } from '../../engine/expression/fault-vi.ts';
import { check, variables } from '../../engine/expression/feel.ts';
import type { Answer, Description, Exchange, Mapping } from './description.ts';
import { partsOf } from './request.ts';
import { triedSamples } from './samples.ts';

/** What is wrong with a description that has its shape, at a place in the file; `rule` says of which kind. */
export interface DescriptionFault {
  readonly rule: 'connector-feel' | 'connector-described' | 'connector-sample';
  readonly place: string;
  readonly message: string;
  readonly messageVi: string;
}

/** Everything that keeps a description from doing what it says: FEEL, ways that lead nowhere, samples that come to something else. */
export function descriptionFaults(description: Description): readonly DescriptionFault[] {
  const feel = [...textsOf(description)].flatMap(({ place, text, names }) => feelFault(description, place, text, names));
  const ways = [...wayFaults(description)];
  // What cannot be read comes to nothing: one fault is not told twice.
  return feel.length > 0 || ways.length > 0 ? [...feel, ...ways] : [...sampleFaults(description)];
}

interface FeelText { readonly place: string; readonly text: string; readonly names: readonly string[] }
const asked = ['inputs', 'dossier', 'call', 'later'];
const answered = [...asked, 'status', 'headers', 'body'];
const simulated = ['request', 'turn'];

function* textsOf({ said, call, later }: Description): Generator<FeelText> {
  for (const [language, text] of Object.entries(said ?? {})) yield { place: `said/${language}`, text, names: ['answer'] };
  yield* exchangeTexts(call, 'call');
  if (later === undefined) return;
  if ('poll' in later) return yield* exchangeTexts(later.poll, 'later/poll');
  yield* answerTexts(later.callback.answers, 'later/callback');
  yield* mappingTexts(later.callback.simulated.body, 'later/callback/simulated/body', asked);
}

function* exchangeTexts(exchange: Exchange, place: string): Generator<FeelText> {
  for (const { text, feel } of partsOf(exchange.path)) if (feel) yield { place: `${place}/path`, text, names: asked };
  for (const part of ['query', 'headers'] as const) for (const [name, text] of Object.entries(exchange[part] ?? {})) yield { place: `${place}/${part}/${name}`, text, names: asked };
  if (exchange.body !== undefined) yield* mappingTexts(exchange.body, `${place}/body`, asked);
  yield* answerTexts(exchange.answers, place);
  for (const [index, { when, body }] of exchange.simulated.entries()) {
    if (when !== undefined) yield { place: `${place}/simulated/${index}/when`, text: when, names: simulated };
    if (body !== undefined) yield* mappingTexts(body, `${place}/simulated/${index}/body`, simulated);
  }
}

function* answerTexts(answers: readonly Answer[], place: string): Generator<FeelText> {
  for (const [index, { when, data, message }] of answers.entries()) {
    const at = `${place}/answers/${index}`;
    if (when !== undefined) yield { place: `${at}/when`, text: when, names: answered };
    if (message !== undefined) yield { place: `${at}/message`, text: message, names: answered };
    if (data !== undefined) yield* mappingTexts(data, `${at}/data`, answered);
  }
}

function* mappingTexts(mapping: Mapping, place: string, names: readonly string[]): Generator<FeelText> {
  if (typeof mapping === 'string') yield { place, text: mapping, names };
  else if (mapping !== null && typeof mapping === 'object') for (const [name, one] of Object.entries(mapping as Readonly<Record<string, Mapping>>)) yield* mappingTexts(one, `${place}/${name}`, names);
}

function feelFault({ inputs }: Description, place: string, text: string, names: readonly string[]): DescriptionFault[] {
  const why = check(text, 'expression', names);
  if (why !== undefined) return [{ rule: 'connector-feel', place, message: `expected FEEL at ${place}, but ${why}`, messageVi: `biểu thức ở “${place}” viết chưa đúng: ${faultVi(why)}` }];
  return variables(text).flatMap((path): DescriptionFault[] => {
    const [root = '', name] = path.split('.');
    if (!names.includes(root)) return [{ rule: 'connector-feel', place, message: `expected ${place} to read ${names.join(', ')}, but it reads "${root}"`, messageVi: `biểu thức ở “${place}” đọc “${root}”, nhưng ở đó chỉ có ${names.join(', ')}` }];
    if (root === 'inputs' && name !== undefined && !Object.hasOwn(inputs.properties ?? {}, name)) return [{ rule: 'connector-feel', place, message: `expected ${place} to read inputs of the description, but it has no input "${name}"`, messageVi: `biểu thức ở “${place}” đọc đầu vào “${name}”, nhưng kết nối không khai đầu vào ấy` }];
    return [];
  });
}

function* wayFaults({ inputs, call, later, auth }: Description): Generator<DescriptionFault> {
  const fault = (place: string, message: string, messageVi: string): DescriptionFault => ({ rule: 'connector-described', place, message, messageVi });
  if (inputs.type !== 'object') yield fault('inputs/type', 'expected the inputs to be an object, by their names, but they are not', 'đầu vào phải là "object", gồm các tên');
  const first = call.answers.some(({ means }) => means === 'wait');
  if (first && later === undefined) yield fault('later', 'expected "later" to say how an answer comes that is waited for, but it is missing', 'có câu trả lời “wait” nhưng thiếu “later”: chưa nói câu trả lời đến sau bằng cách nào');
  if (!first && later !== undefined) yield fault('later', 'expected an answer of the call to be waited for ("wait"), but none is', 'có “later” nhưng không câu trả lời nào của “call” là “wait”');
  const lists = [['call', call.answers], ...(later === undefined ? [] : 'poll' in later ? [['later/poll', later.poll.answers]] : [['later/callback', later.callback.answers]])] as [string, readonly Answer[]][];
  for (const [place, answers] of lists) {
    if (!answers.some(({ means }) => means === 'done' || means === 'wait')) yield fault(`${place}/answers`, `expected an answer at ${place} by which the step is done, but there is none`, `“${place}” không có câu trả lời nào làm bước xong (“done”)`);
    for (const [index, { means, code }] of answers.entries()) {
      if (means === 'error' && code === undefined) yield fault(`${place}/answers/${index}/code`, 'expected an answer that takes the way of an error to name its code, but it does not', 'câu trả lời “error” cần “code”: mã lỗi mà quy trình bắt');
      if (means === 'wait' && place === 'later/callback') yield fault(`${place}/answers/${index}/means`, 'expected what the system calls back with to be the end, but it is waited on ("wait")', 'câu trả lời gọi lại phải là kết thúc, không được “wait”');
    }
  }
  const exchanges = [['call', call], ...(later !== undefined && 'poll' in later ? [['later/poll', later.poll]] : [])] as [string, Exchange][];
  for (const [place, { method, path, headers = {}, body, idempotency }] of exchanges) {
    if (/[?#\\\s]|(^|\/)\.{1,2}(\/|$)|\/\//.test(partsOf(path).map(({ text, feel }) => (feel ? 'x' : text)).join(''))) yield fault(`${place}/path`, `expected ${place}/path to be a plain path such as /notices/{inputs.code}, but it holds "?", "#", ".." or an empty part`, `“${place}/path” phải là đường dẫn thường như /notices/{inputs.code}, không có “?”, “#”, “..” hay phần rỗng`);
    const own = Object.keys(headers).find((name) => reserved.has(name) || (auth !== undefined && 'header' in auth && auth.header === name));
    if (own !== undefined) yield fault(`${place}/headers/${own}`, `expected the header "${own}" to be left to the house, but it is set`, `dòng tiêu đề “${own}” do hệ thống tự viết, không được đặt ở đây`);
    if (method === 'GET' && (body !== undefined || (idempotency !== undefined && 'body' in idempotency))) yield fault(`${place}/body`, 'expected a GET to have no body, but it has', 'lời gọi GET không có nội dung gửi kèm');
    if (method === 'POST' && place === 'call' && idempotency === undefined) yield fault(`${place}/idempotency`, 'expected a POST to say where its key stands ("idempotency"), because a call may come twice, but it does not', 'lời gọi POST phải nói khóa chống trùng nằm ở đâu (“idempotency”), vì một lời gọi có thể đến hai lần');
  }
}

/** What the house writes itself, or what would change how a request is carried. */
const reserved = new Set(['host', 'connection', 'content-length', 'content-type', 'transfer-encoding', 'upgrade', 'te', 'trailer', 'expect', 'authorization', 'proxy-authorization', 'cookie', 'accept-encoding']);

function* sampleFaults(description: Description): Generator<DescriptionFault> {
  for (const [index, { title, expect, came, why, holds }] of triedSamples(description).entries()) {
    if (holds) continue;
    const because = why === undefined ? '' : `: ${why}`;
    yield { rule: 'connector-sample', place: `samples/${index}`, message: `expected the sample "${title.en}" to come to ${JSON.stringify(expect)}, but it comes to ${JSON.stringify(came)}${because}`, messageVi: `ví dụ “${title.vi}” phải ra ${JSON.stringify(expect)}, nhưng thử thì ra ${JSON.stringify(came)}${because}` };
  }
}
