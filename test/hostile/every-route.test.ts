import { strict as assert } from 'node:assert';
import type { TSchema } from 'typebox';
import { problemStatus } from '../../server/api/problem.ts';
import { isRaw, type Route } from '../../server/api/route.ts';
import { routes, type RouteName } from '../../server/api/routes.ts';
import { ward } from '../../server/seed/units.ts';
import { giveToken } from '../../server/session/programs.ts';
import { runHouse, type RunningHouse } from '../../server/testing/running-house.ts';
import type { Visitor } from '../../server/testing/visitor.ts';
import { brokenBodies, hostileBodies } from './hostile-values.ts';
import { addressOf, personFor, prepare, type Known } from './known.ts';

const names = Object.keys(routes) as RouteName[];
const withJson = names.filter((name) => { const { body }: Route = routes[name]; return body !== undefined && !isRaw(body); });

async function eightAtOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += 8) await Promise.all(all.slice(from, from + 8).map(work));
}

describe('hostile requests to every route', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  let known: Known;
  let token = '';
  before(async () => {
    house = await runHouse();
    known = await prepare(house);
    token = await giveToken(house.store, { name: 'hostile', units: [ward], days: 30, at: house.clock.now() });
  });
  after(() => house.stop());

  const visitorFor = (name: RouteName): Promise<Visitor> => house.visitor(personFor(routes[name].access, name.split(' ')[1] ?? ''), 'en');

  /** Sends it and demands an answer in order: no fault of the server's, and a problem in the reader's words. */
  const send = async (name: RouteName, what: string, body: unknown, headers: Readonly<Record<string, string>> = {}, address = addressOf(name, known)): Promise<number> => {
    const visitor = await visitorFor(name);
    const [method = ''] = name.split(' ');
    const isProgram = routes[name].access === 'program';
    const answer = await visitor.fetch(method, address, { ...(body === undefined ? {} : { body }), headers: { ...(isProgram && { Authorization: `Bearer ${token}` }), ...headers } });
    if (answer.headers.get('content-type')?.includes('event-stream') === true) {
      await answer.body?.cancel();
      return answer.status;
    }
    const text = await answer.text();
    const said = `${name} with ${what}: ${answer.status} ${text.slice(0, 300)}`;
    assert.ok(answer.status < 500, said);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', said);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/, said);
    if (answer.status >= 400) {
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, said);
      const problem = JSON.parse(text) as { code: keyof typeof problemStatus; title: string; errors?: { path: string; message: string }[] };
      assert.equal(problemStatus[problem.code], answer.status, said);
      assert.doesNotMatch(text, /\s+at .*\.ts:\d|node_modules|TypeError|RangeError/, said);
      assert.doesNotMatch(problem.title, /[à-ỹ]/u, said);
      if (problem.code === 'invalid') assert.ok((problem.errors ?? []).length > 0, `${said}: names no place`);
    }
    return answer.status;
  };

  for (const name of withJson) {
    it(`${name}: broken JSON`, async () => {
      for (const [what, body] of brokenBodies) {
        const status = await send(name, what, body);
        assert.ok([400, 413, 429].includes(status), `${name} with ${what}: ${status}`);
      }
    });
    it(`${name}: strange values`, async () => {
      await eightAtOnce([...hostileBodies((routes[name] as unknown as { readonly body: TSchema }).body)], async ([what, body]) => {
        const status = await send(name, `${what} ${JSON.stringify(body).slice(0, 80)}`, JSON.stringify(body));
        if (what.startsWith('+')) assert.ok([422, 429].includes(status), `${name} took ${what}`);
      });
    });
  }
  for (const name of names) {
    it(`${name}: strange addresses, types and origins`, async () => {
      const address = addressOf(name, known);
      const [method = '', path = ''] = name.split(' ');
      for (const query of ['?a', '?__proto__=1', '?constructor=1', '?limit=1e999', '?limit=-1', '?limit=1&limit=2', '?cursor=99999999999', '?q=%00', '?q=%ff', '?q=%25_%25', '?state=NaN', '?version=x', '?path=../../etc/passwd', '?path=__proto__', '?inline=2', '?draft=x&field=__proto__', '?field=constructor&draft=x&task=x', '?%']) await send(name, query, undefined, {}, address + query);
      for (const id of ['x', '%00', '..%2f..%2fetc%2fpasswd', '%ff', '%', 'a'.repeat(5000), '__proto__', 'constructor', '%E2%80%AE', "'%20or%201=1", '-1', '0_9999999999']) {
        if (path.includes(':')) await send(name, id, undefined, {}, path.replaceAll(/:[a-z]+/gi, id));
      }
      if (method === 'GET') return;
      const body = JSON.stringify({});
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data', 'multipart/form-data; boundary=', 'x', 'application/json; charset=utf-16', 'application/json;'.repeat(50)]) await send(name, type, body, { 'Content-Type': type });
      for (const origin of ['null', 'http://evil.example', 'https://127.0.0.1.evil.example', `${house.url}.evil.example`, 'file://', `${house.url}@evil.example`, ' ']) {
        // A signature or a bearer token is no credential that a browser sends by itself: the origin says nothing.
        if (/\/(callbacks|intake)\//.test(name) || routes[name].access === 'program') continue;
        assert.equal(await send(name, origin, body, { Origin: origin, 'Content-Type': 'application/json' }), 403, origin);
      }
      for (const key of ['é', ' a b', 'x'.repeat(201), '\t']) await send(name, `key ${key.slice(0, 5)}`, body, { 'Idempotency-Key': encodeURI(key) === key ? key : key.replace('é', '\u00e9') });
    });
  }

  it('leaves no prototype changed and tells the log nothing of internal errors', () => {
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.deepEqual(house.logged.filter((line) => line.includes('"code":"internal"') || line.includes('request failed')), []);
  });
});
