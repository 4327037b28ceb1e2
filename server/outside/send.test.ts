import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import type { Request } from '../../procedures/described/request.ts';
import { answering, standIn, type StandIn } from '../testing/stand-in.ts';
import { isPublic } from './public-address.ts';
import { NotAnswered, send } from './send.ts';

const get: Request = { method: 'GET', path: '/things', headers: { accept: 'application/json' } };
const json = (text: string, status = 200) => (response: ServerResponse): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(text);

describe('a request to a system outside', () => {
  let outside: StandIn;
  before(async () => void (outside = await standIn([])));
  after(() => outside.stop());
  const sent = async (change: Partial<Parameters<typeof send>[0]> = {}, request = get, milliseconds = 5000) =>
    send({ address: outside.url, private: true, secrets: {}, ...change }, request, { signal: AbortSignal.timeout(milliseconds), largest: 1000 });
  const why = async (sending: Promise<unknown>) => sending.then(() => 'answered', (error: unknown) => (error instanceof NotAnswered ? (error.lasting ?? 'again') : `${error as Error}`));

  it('carries what was mapped, and reads JSON back', async () => {
    outside.next(json('{"n":1}', 201));
    const answer = await sent({}, { method: 'POST', path: '/things?a=b', headers: { 'x-one': '1', 'content-type': 'application/json' }, body: '{"vi":"Đường"}' });
    assert.deepEqual([answer.status, answer.body], [201, { n: 1 }]);
    const came = outside.came.at(-1)!;
    assert.deepEqual([came.method, came.path, came.headers['x-one'], came.body], ['POST', '/things?a=b', '1', '{"vi":"Đường"}']);
  });

  const answers: readonly (readonly [string, (response: ServerResponse) => void, string | object | null])[] = [
    ['of a redirect is not followed', answering(302, { location: 'http://127.0.0.1:1/elsewhere' }), null],
    ['that is no JSON has no body', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), null],
    ['that only says that it is JSON cannot be read', json('{"n":'), 'answer-unreadable'],
    ['with a number that would be rounded cannot be read', json('{"n":12345678901234567890}'), 'answer-unreadable'],
    ['that names its prototype cannot be read', json('{"__proto__":{}}'), 'answer-unreadable'],
    ['that says it is huge is not read', (response) => void response.writeHead(200, { 'content-length': '5000', 'content-type': 'application/json' }).end('x'.repeat(5000)), 'answer-too-large'],
    ['that turns out huge is not read to its end', (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = setInterval(() => response.write(`"${'x'.repeat(400)}"`), 1);
      response.on('close', () => clearInterval(more));
    }, 'answer-too-large'],
    ['that breaks off is asked for again', (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"n"');
      setImmediate(() => response.destroy());
    }, 'again'],
    ['that never comes is given up', () => undefined, 'again'],
  ];
  for (const [what, answer, expected] of answers) {
    it(`an answer ${what}`, async () => {
      outside.next(answer);
      const before = outside.came.length;
      if (typeof expected === 'string') assert.equal(await why(sent({}, get, 300)), expected);
      else assert.deepEqual((await sent()).body, expected);
      assert.equal(outside.came.length, before + 1);
    });
  }

  const refused: readonly (readonly [string, Partial<Parameters<typeof send>[0]>, Request])[] = [
    ['this machine, by its number', { private: false }, get],
    ['this machine, by its name', { private: false, address: 'http://localhost:1' }, get],
    ['this machine, by IPv6', { private: false, address: 'http://[::1]:1' }, get],
    ['this machine, as IPv4 within IPv6', { private: false, address: 'http://[::ffff:127.0.0.1]:1' }, get],
    ['a network of its own', { private: false, address: 'http://10.0.0.1:1' }, get],
    ['where clouds keep their secrets', { private: false, address: 'http://169.254.169.254' }, get],
    ['above its address', { address: 'http://127.0.0.1:1/api' }, { ...get, path: '/../admin' }],
    ['elsewhere by a path that ends the host', { address: 'http://127.0.0.1' }, { ...get, path: '.evil.example/' }],
  ];
  for (const [where, system, request] of refused) it(`does not go to ${where}`, async () => assert.equal(await why(sent(system, request)), 'address-refused'));

  it('that reaches nobody is tried again, and says nothing of what was sent', async () => {
    const error = await sent({ address: 'http://127.0.0.1:1' }, { ...get, path: '/people/079085000001' }).catch((thrown: unknown) => thrown as NotAnswered);
    assert.ok(error instanceof NotAnswered && error.lasting === undefined);
    assert.match(error.message, /ECONNREFUSED/);
    assert.doesNotMatch(error.message, /079085000001/);
  });
});

describe('a public address', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['1.1.1.1', true], ['2606:4700::1111', true], ['0.0.0.0', false], ['127.8.9.1', false], ['172.31.0.1', false], ['172.32.0.1', true], ['192.168.1.1', false], ['100.64.0.1', false], ['169.254.169.254', false], ['224.0.0.1', false], ['255.255.255.255', false],
    ['::1', false], ['::', false], ['::ffff:10.0.0.1', false], ['fd00::1', false], ['fe80::1', false], ['64:ff9b::a00:1', false], ['2002:a00:1::', false], ['not an address', false],
  ];
  for (const [address, expected] of rows) it(`${address} ${expected ? 'is one' : 'is none'}`, () => assert.equal(isPublic(address), expected));
});
