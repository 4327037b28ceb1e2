import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import type { Data, Json } from '../../engine/state.ts';
import { checkPackage } from '../check.ts';
import { readFolder } from '../folder.ts';
import type { Answer, Description, Exchange } from './description.ts';
import { judge, type Response } from './judge.ts';
import { readDescription } from './read.ts';
import { requestOf, type CallFacts } from './request.ts';
import { pathFits, tryOut } from './simulate.ts';

const call: CallFacts = { inputs: { code: 'A 1/ü?', n: 7, list: [1], name: 'Đường Mẫu', nothing: null }, dossier: { code: 'H29-1' }, call: { key: 'K-1', at: '2026-11-20T02:00:00.000Z', callback: 'https://motcua.example/back' } };
const exchange = (change: Partial<Exchange>): Exchange => ({ method: 'POST', path: '/a', answers: [{ status: 200, means: 'done' }], simulated: [{ status: 200 }], ...change });

describe('the request of a described connector', () => {
  const made = (change: Partial<Exchange>): object => {
    try {
      const { path, headers, body } = requestOf(exchange(change), call, 'call');
      return { path, ...(body !== undefined && { body: JSON.parse(body) as Json }), headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'accept' && name !== 'content-type')) };
    } catch (error) {
      return { refused: (error as Error).message.replace(/^expected /, '') };
    }
  };
  const rows: readonly (readonly [string, Partial<Exchange>, object])[] = [
    ['keeps a value within its part of the path', { path: '/a/{inputs.code}/b' }, { path: '/a/A%201%2F%C3%BC%3F/b', headers: {} }],
    ['does not climb', { path: '/a/{".."}' }, { refused: 'call/path to name something, but a part of it is ".."' }],
    ['has no empty part', { path: '/a/{""}' }, { refused: 'call/path to name something, but a part of it is empty' }],
    ['has no part that is nothing', { path: '/a/{inputs.nothing}' }, { refused: 'call/path to be a text, a number, true or false, but it is nothing' }],
    ['writes a query, and leaves out what has no value', { query: { q: 'inputs.name', n: 'inputs.n', none: 'inputs.nothing' } }, { path: '/a?q=%C4%90%C6%B0%E1%BB%9Dng+M%E1%BA%ABu&n=7', headers: {} }],
    ['has no list in a query', { query: { q: 'inputs.list' } }, { refused: 'call/query/q to be a text, a number, true or false, but it is a list or an object' }],
    ['writes headers', { headers: { 'x-n': 'inputs.n' } }, { path: '/a', headers: { 'x-n': '7' } }],
    ['has no marks or line breaks in headers', { headers: { 'x-n': '"a\\nb"' } }, { refused: 'call/headers/x-n to hold letters without marks only, as headers do, but it holds others' }],
    ['maps a body through and through', { body: { a: [{ n: 'inputs.n + 1' }], fixed: true, dossier: 'dossier.code', back: 'call.callback' } }, { path: '/a', body: { a: [{ n: 8 }], fixed: true, dossier: 'H29-1', back: 'https://motcua.example/back' }, headers: {} }],
    ['maps a body that is FEEL as a whole', { body: 'inputs.list' }, { path: '/a', body: [1], headers: {} }],
    ['carries its key in a header', { idempotency: { header: 'x-key' } }, { path: '/a', headers: { 'x-key': 'K-1' } }],
    ['carries its key in the query', { idempotency: { query: 'key' } }, { path: '/a?key=K-1', headers: {} }],
    ['carries its key in the body', { body: { a: '1' }, idempotency: { body: 'requestId' } }, { path: '/a', body: { a: 1, requestId: 'K-1' }, headers: {} }],
    ['needs an object for a key in the body', { body: '[1]', idempotency: { body: 'requestId' } }, { refused: 'call/body to be an object, so that the key can stand in it, but it is not' }],
    ['says where FEEL failed', { body: { a: '12345678901234567890 + 1' } }, { refused: 'call/body/a to have a value, but the number 12345678901234567891 has more digits than data can keep: string() keeps it as a text' }],
  ];
  for (const [what, change, expected] of rows) it(what, () => assert.deepEqual(made(change), expected));
});

describe('an answer to a described connector', () => {
  const description = { name: 'x', answer: { type: 'object', required: ['n'], properties: { n: { type: 'number' } } } } as const;
  const meant = (answers: readonly Answer[], response: Partial<Response>): object => {
    const verdict = judge(description, answers, { status: 200, headers: {}, body: null, ...response }, call, 'call');
    return 'failed' in verdict ? { incident: verdict.code } : 'retry' in verdict ? { retry: verdict.after ?? null } : verdict;
  };
  const done: Answer = { status: '2xx', means: 'done', data: { n: 'body.n' } };
  const rows: readonly (readonly [string, readonly Answer[], Partial<Response>, object])[] = [
    ['is done', [done], { status: 204, body: { n: 3 } }, { done: { n: 3 } }],
    ['of another shape is an incident', [done], { body: { n: 'three' } }, { incident: 'answer-invalid' }],
    ['that FEEL cannot read is an incident', [{ ...done, data: { n: '12345678901234567890 + 1' } }], {}, { incident: 'mapping-failed' }],
    ['is what the first that fits says', [{ status: 200, when: 'body.state = "no"', means: 'error', code: 'no', message: '"not so"' }, done], { body: { state: 'no', n: 1 } }, { error: 'no', message: 'not so' }],
    ['is what a later one says when the first does not fit', [{ status: 200, when: 'body.state = "no"', means: 'error', code: 'no' }, done], { body: { state: 'yes', n: 1 } }, { done: { n: 1 } }],
    ['may carry data on the way of an error', [{ status: [409, 422], means: 'error', code: 'taken', data: { by: 'body.by' } }], { status: 422, body: { by: 'A' } }, { error: 'taken', message: '"x" answered 422', data: { by: 'A' } }],
    ['may be told by a header', [{ status: 202, when: 'headers.location != null', means: 'wait', data: { at: 'headers.location' } }], { status: 202, headers: { location: '/1' } }, { wait: { at: '/1' } }],
    ['may be an incident of its own', [{ status: 401, means: 'incident', code: 'sign-in' }], { status: 401 }, { incident: 'sign-in' }],
    ['that nothing is said of, and passes, is tried again', [done], { status: 503 }, { retry: null }],
    ['of too many requests is tried again when it says', [done], { status: 429, headers: { 'retry-after': '120' } }, { retry: 120 }],
    ['may say when by a date', [done], { status: 503, headers: { 'retry-after': 'Fri, 20 Nov 2026 02:01:30 GMT' } }, { retry: 90 }],
    ['says nothing by a date that is none', [done], { status: 503, headers: { 'retry-after': 'soon' } }, { retry: null }],
    ['says nothing by a date that is over', [done], { status: 503, headers: { 'retry-after': 'Thu, 19 Nov 2026 02:01:30 GMT' } }, { retry: null }],
    ['that is described to be tried again keeps when', [{ status: 409, means: 'retry' }], { status: 409, headers: { 'retry-after': '5' } }, { retry: 5 }],
    ...[301, 302, 307, 400, 401, 403, 404, 410, 501].map((status) => [`${status}, of which nothing is said, is an incident`, [{ ...done, status: 200 }], { status }, { incident: 'answer-unknown' }] as const),
    ...[408, 425, 429, 500, 502, 503, 504].map((status) => [`${status}, of which nothing is said, is tried again`, [{ ...done, status: 200 }], { status }, { retry: null }] as const),
  ];
  for (const [what, answers, response, expected] of rows) it(what, () => assert.deepEqual(meant(answers, response), expected));
});

describe('the address of a request', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['/a/{inputs.n}', '/a/7', true], ['/a/{inputs.n}', '/a/7?x=1', true], ['/a/{inputs.n}', '/a/', false], ['/a/{inputs.n}', '/a/7/8', false], ['/a/{inputs.n}/b', '/a/7/b', true], ['/a/v{inputs.n}.json', '/a/v7.json', true], ['/a/v{inputs.n}.json', '/a/7.xml', false],
  ];
  for (const [path, came, expected] of rows) it(`${came} ${expected ? 'is' : 'is not'} of ${path}`, () => assert.equal(pathFits(exchange({ path }), 'POST', came), expected));
});

const shipped = new URL('../../connectors/', import.meta.url);
const tax = JSON.parse(await readFile(new URL('tax.land.json', shipped), 'utf8')) as Description;

describe('a described connector that is read', () => {
  // What is wrong, what was changed to what, and by which rule at which place it is said.
  const faults: readonly (readonly [string, string, unknown, string, string])[] = [
    ['no system', 'system', undefined, 'connector-file', 'connectors/tax.land.json'],
    ['a member that nobody knows', 'url', 'https://evil.example', 'connector-file', 'connectors/tax.land.json'],
    ['another name than its file', 'name', 'tax', 'connector-file', 'name'],
    ['a shape with a pattern', 'inputs/properties/parcel/pattern', '(a+)+$', 'connector-file', '/inputs/properties/parcel'],
    ['FEEL that cannot be read', 'call/body/dossier', 'dossier.', 'connector-feel', 'call/body/dossier'],
    ['FEEL that calls what is not there', 'call/body/dossier', 'fetch("x")', 'connector-feel', 'call/body/dossier'],
    ['FEEL that reads an answer before it came', 'call/body/dossier', 'body.x', 'connector-feel', 'call/body/dossier'],
    ['FEEL that reads an input that is not asked for', 'call/body/dossier', 'inputs.owner', 'connector-feel', 'call/body/dossier'],
    ['FEEL in a condition that cannot be read', 'later/poll/answers/0/when', 'body.state =', 'connector-feel', 'later/poll/answers/0/when'],
    ['FEEL in the path that reads what is not there', 'later/poll/path', '/x/{answer.reference}', 'connector-feel', 'later/poll/path'],
    ['an answer to wait for, and no way to wait', 'later', undefined, 'connector-described', 'later'],
    ['a way to wait, and no answer to wait for', 'call/answers/0/means', 'done', 'connector-described', 'later'],
    ['an error without a code', 'call/answers/1/code', undefined, 'connector-described', 'call/answers/1/code'],
    ['nothing by which it is done', 'later/poll/answers', [{ status: 200, means: 'retry' }], 'connector-described', 'later/poll/answers'],
    ['a path that climbs', 'call/path', '/a/../b', 'connector-described', 'call/path'],
    ['a path with a query', 'call/path', '/a?b=c', 'connector-described', 'call/path'],
    ['a header that the house writes', 'call/headers', { authorization: '"x"' }, 'connector-described', 'call/headers/authorization'],
    ['a GET with a body', 'later/poll/body', { a: '1' }, 'connector-described', 'later/poll/body'],
    ['a POST without a key', 'call/idempotency', undefined, 'connector-described', 'call/idempotency'],
    ['a sample that comes to something else', 'samples/0/expect/done/total', 1, 'connector-sample', 'samples/0'],
    ['words for staff that read what has not come', 'said', { vi: 'body.total', en: '"Paid"' }, 'connector-feel', 'said/vi'],
    ['words for staff that are none', 'said', { vi: 'answer.total', en: '"Paid"' }, 'connector-sample', 'samples/0'],
    ['a sample whose inputs have another shape', 'samples/0/inputs/parcel', 345, 'connector-sample', 'samples/0'],
  ];
  for (const [what, at, value, rule, place] of faults) {
    it(`says that it has ${what}`, () => {
      const file = changedAt(tax, at.split('/'), value);
      const { findings } = readDescription('connectors/tax.land.json', 'tax.land', JSON.stringify(file));
      const found = findings.find((finding) => finding.rule === rule && finding.element === place);
      assert.ok(found, JSON.stringify(findings));
      assert.ok(found.messageVi !== undefined && found.messageVi !== found.message);
    });
  }

  // each is one mistake of one person, where several shapes may stand
  const typed: readonly (readonly [what: string, change: object, element: string, vi: string])[] = [
    ['a key that is no name', { call: { ...tax.call, idempotency: { header: 'Two words' } } }, '/call/idempotency/header', 'chỗ “call › idempotency › header” viết chưa đúng cách'],
    ['a key that stands nowhere', { call: { ...tax.call, idempotency: { cookie: 'a' } } }, '/call/idempotency', 'chỗ “call › idempotency” thiếu một trong “header”, “query”, “body”'],
    ['an empty text in what is sent', { call: { ...tax.call, body: { name: '' } } }, '/call/body/name', 'chỗ “call › body › name” còn để trống'],
    ['a sample that expects what cannot come', { samples: [{ ...tax.samples[0], expect: { finished: 1 } }] }, '/samples/0/expect', 'chỗ “samples › 0 › expect” thiếu một trong “done”, “error”, “incident”'],
    ['a type that nobody knows', { inputs: { type: 'objct' } }, '/inputs/type', 'chỗ “inputs › type” phải là một trong “object”, “array”, “string”, “number”, “integer”, “boolean”, “null”'],
  ];
  for (const [what, change, element, vi] of typed)
    it(`says once that it has ${what}`, () => {
      const { findings } = readDescription('connectors/tax.land.json', 'tax.land', JSON.stringify({ ...tax, ...change }));
      assert.deepEqual(findings.map((finding) => [finding.rule, finding.element, finding.messageVi]), [['connector-file', element, vi]]);
    });
  it('says all that is missing or not known in one place', () => {
    const { system: _none, ...rest } = tax;
    assert.deepEqual(readDescription('connectors/tax.land.json', 'tax.land', JSON.stringify({ ...rest, url: 1, mark: 'mine' })).findings.map(({ element, message }) => `${element} ${message.slice(message.indexOf('but'))}`).length, 3);
  });

  it('that is no JSON is told so, with the place', () => assert.equal(readDescription('connectors/a.json', 'a', '{').findings[0]?.rule, 'json'));
});

/** The same with another value at a place, or without it. */
function changedAt(value: unknown, [name = '', ...rest]: readonly string[], other: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === name ? (rest.length === 0 ? other : changedAt(one, rest, other)) : one));
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [name]: rest.length === 0 ? other : changedAt(members[name], rest, other) };
}

describe('a package that describes a connector', () => {
  const broken = async (path: string, change: (text: string) => string) => {
    const files = await readFolder(new URL('../land-transfer', import.meta.url).pathname);
    const text = new TextDecoder().decode(files.get(path) as Uint8Array);
    const other = change(text);
    assert.notEqual(other, text);
    return (await checkPackage(new Map([...files, [path, other]]))).filter(({ severity }) => severity !== 'note').map(({ rule, element, file }) => [rule, element, file]);
  };
  const diagram = 'process.bpmn';
  const rows: readonly (readonly [string, string, (text: string) => string, readonly string[]])[] = [
    ['a step that does not hand what is asked for', diagram, (text) => text.replace(/(id="taxOffice"[^]*?)<motcua:input name="sheet">[^<]*<\/motcua:input>/, '$1'), ['connector-inputs', 'taxOffice', diagram]],
    ['a step that hands what is not known', diagram, (text) => text.replace(/(id="taxOffice"[^]*?)(<motcua:input name="sheet">)/, '$1<motcua:input name="page">1</motcua:input>$2'), ['connector-inputs', 'taxOffice', diagram]],
    ['a step that asks for another', diagram, (text) => text.replace('motcua:connector="tax.land"', 'motcua:connector="tax.house"'), ['connector-known', 'taxOffice', diagram]],
    ['FEEL in it that cannot be read', 'connectors/tax.land.json', (text) => text.replace('"dossier.code"', '"dossier."'), ['connector-feel', 'call/body/dossier', 'connectors/tax.land.json']],
    ['a file that is no JSON', 'connectors/tax.land.json', (text) => text.slice(1), ['json', 'connectors/tax.land.json', 'connectors/tax.land.json']],
  ];
  for (const [what, path, change, expected] of rows) it(`is refused for ${what}`, async () => assert.ok((await broken(path, change)).some((found) => JSON.stringify(found) === JSON.stringify(expected)), JSON.stringify(await broken(path, change))));
});

describe('the connectors that are shipped', () => {
  it('are right, and their samples come to what they say', async () => {
    const names = (await readdir(shipped)).filter((name) => name.endsWith('.json'));
    assert.ok(names.length > 0);
    for (const name of names) assert.deepEqual(readDescription(`connectors/${name}`, name.replace(/\.json$/, ''), await readFile(new URL(name, shipped), 'utf8')).findings, []);
  });

  it('are the same in the packages that take them', async () => {
    const packages = new URL('../', import.meta.url);
    for (const folder of await readdir(packages)) {
      for (const name of await readdir(new URL(`${folder}/connectors/`, packages)).catch(() => [])) {
        assert.equal(await readFile(new URL(`${folder}/connectors/${name}`, packages), 'utf8'), await readFile(new URL(name, shipped), 'utf8'), `${folder} ${name}`);
      }
    }
  });

  it('shows each request and answer to whoever tries one out', () => {
    const { turns, verdict } = tryOut(tax, { ...call, inputs: tax.samples[0]!.inputs as Data });
    assert.deepEqual(turns.map(({ request, response }) => [request?.method, request?.path, response.status]), [['POST', '/land-notices', 202], ['GET', '/land-notices/T-12-345', 200], ['GET', '/land-notices/T-12-345', 200]]);
    assert.deepEqual(verdict, { done: { noticeNo: 'TB-T-12-345 (giả định)', total: 75_000_000 } });
  });
});
