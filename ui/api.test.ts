import assert from 'node:assert/strict';
import { addressOf, call, onSignedOut } from './api.ts';
import { Problem, isProblem } from './problem.ts';

const realFetch = globalThis.fetch;
const json = (value: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': type } });

/** Answers each request in turn; an Error stands for a broken network. */
const serve = (...answers: (Response | Error)[]) => {
  const asked: { address: string; init: RequestInit }[] = [];
  globalThis.fetch = (address, init) => {
    asked.push({ address: address as string, init: init ?? {} });
    const answer = answers.shift();
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new Error('nothing left to answer'));
  };
  return asked;
};
const headersOf = (asked: { init: RequestInit } | undefined) => asked?.init.headers as Record<string, string>;

describe('the client of the server', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('fills in the path and the query', () => {
    assert.equal(addressOf('GET /api/files/:id', { id: 'a/b' }, { inline: '1' }), '/api/files/a%2Fb?inline=1');
    assert.equal(addressOf('GET /api/drafts', {}, {}), '/api/drafts');
  });

  it('asks in the language of the page and gives an act a key', async () => {
    const asked = serve(json({ dossier: 'd' }));
    await call('POST /api/dossiers/:id/withdraw', { params: { id: 'd' }, body: { expectedVersion: 3, reason: 'x' } });
    assert.equal(headersOf(asked[0])['Accept-Language'], 'vi');
    assert.match(headersOf(asked[0])['Idempotency-Key'] ?? '', /^[0-9a-f]{32}$/);
    assert.equal(asked[0]?.init.body, '{"expectedVersion":3,"reason":"x"}');
  });

  it('repeats once with the same key when the network breaks', async () => {
    const asked = serve(new TypeError('broken'), json({ dossier: 'd' }));
    await call('POST /api/dossiers/:id/withdraw', { params: { id: 'd' }, body: { expectedVersion: 3, reason: 'x' } });
    assert.equal(asked.length, 2);
    assert.equal(headersOf(asked[0])['Idempotency-Key'], headersOf(asked[1])['Idempotency-Key']);
  });

  it('says that the server cannot be reached when it cannot be reached twice', async () => {
    serve(new TypeError('broken'), new TypeError('broken'));
    await assert.rejects(call('GET /api/session'), (error) => isProblem(error, 'network'));
  });

  it('does not repeat an upload', async () => {
    const asked = serve(new TypeError('broken'));
    await assert.rejects(call('POST /api/files', { body: new FormData(), query: { field: 'x' } }), (error) => isProblem(error, 'network'));
    assert.equal(asked.length, 1);
  });

  it('hands over problem details', async () => {
    serve(json({ status: 409, code: 'task-taken', title: 'Taken', detail: 'By Lan', by: 'Lan', requestId: 'r1' }, 409, 'application/problem+json'));
    await assert.rejects(call('GET /api/tasks/:id', { params: { id: 't' } }), (error) => error instanceof Problem && error.by === 'Lan' && error.requestId === 'r1');
  });

  it('survives an answer that is not ours', async () => {
    serve(new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
    await assert.rejects(call('GET /api/session'), (error) => isProblem(error, 'unreadable') && error.status === 502);
  });

  it('tells who listens that the session has ended', async () => {
    let told = 0;
    const stop = onSignedOut(() => (told += 1));
    serve(json({ status: 401, code: 'sign-in-required', title: 'x' }, 401, 'application/problem+json'));
    await assert.rejects(call('GET /api/dossiers'));
    stop();
    assert.equal(told, 1);
  });
});
