import { strict as assert } from 'node:assert';
import { request } from 'node:http';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const draft = '/api/drafts';
const session = '/api/session';

// [what, method, path, body or headers, status, code]
const table: readonly (readonly [what: string, method: string, path: string, init: { body?: string; headers?: Record<string, string> }, status: number, code: string])[] = [
  ['half a JSON', 'POST', session, { body: '{"username":' }, 400, 'malformed'],
  ['no JSON at all', 'POST', session, { body: 'hello' }, 400, 'malformed'],
  ['an empty body', 'POST', session, { body: '' }, 400, 'malformed'],
  ['JSON nested 65 deep', 'POST', session, { body: `{"username":${deep(65)},"password":"x"}` }, 400, 'malformed'],
  ['JSON nested 100,000 deep', 'POST', session, { body: deep(100_000) }, 400, 'malformed'],
  ['two megabytes', 'POST', session, { body: JSON.stringify({ username: 'a'.repeat(2_000_000), password: 'x' }) }, 413, 'too-large'],
  ['a member twice', 'POST', session, { body: '{"username":"a","username":"b","password":"x"}' }, 400, 'malformed'],
  ['__proto__', 'POST', session, { body: '{"username":"a","password":"x","__proto__":{"admin":true}}' }, 400, 'malformed'],
  ['constructor', 'POST', session, { body: '{"username":"a","password":"x","constructor":{"prototype":{"a":1}}}' }, 400, 'malformed'],
  ['a number that would be rounded', 'PUT', `${draft}/x`, { body: '{"revision":9007199254740993,"data":{}}' }, 400, 'malformed'],
  ['NUL in a text', 'POST', session, { body: String.raw`{"username":"a\u0000","password":"x"}` }, 400, 'malformed'],
  ['half a surrogate pair', 'POST', session, { body: String.raw`{"username":"\ud800","password":"x"}` }, 400, 'malformed'],
  ['a wrong type', 'POST', session, { body: '{"username":1,"password":"x"}' }, 422, 'invalid'],
  ['a missing member', 'POST', session, { body: '{"username":"a"}' }, 422, 'invalid'],
  ['an unknown member', 'POST', session, { body: '{"username":"a","password":"x","role":"admin"}' }, 422, 'invalid'],
  ['text/plain', 'POST', session, { body: '{}', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media-type'],
  ['a form', 'POST', session, { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
  ['an evil origin', 'POST', session, { body: '{}', headers: { Origin: 'https://evil.example' } }, 403, 'origin-refused'],
  ['origin null', 'POST', session, { body: '{}', headers: { Origin: 'null' } }, 403, 'origin-refused'],
  ['no origin', 'POST', session, { body: '{}', headers: { Origin: '' } }, 403, 'origin-refused'],
  ['a method nobody knows', 'PATCH', session, { body: '{}' }, 405, 'method-not-allowed'],
  ['a page nobody made', 'GET', '/api/nothing', {}, 404, 'not-found'],
  ['broken percent signs', 'GET', '/api/procedures/%E0%A4%A', {}, 404, 'not-found'],
  ['a path that climbs', 'GET', '/api/procedures/..%2f..%2fetc%2fpasswd', {}, 404, 'not-found'],
  ['an id with a quote', 'GET', "/api/verify/'%20or%201=1--", {}, 404, 'not-found'],
  ['a static path that climbs', 'GET', '/assets/..%2f..%2fpackage.json', {}, 404, 'not-found'],
  ['a hidden file', 'GET', '/.git/config', {}, 404, 'not-found'],
  ['NUL in a path', 'GET', '/assets/%00.js', {}, 404, 'not-found'],
  ['a parameter twice', 'GET', '/api/units?kind=a&kind=b', {}, 422, 'invalid'],
  ['an unknown parameter', 'GET', '/api/units?order=name;drop', {}, 422, 'invalid'],
  ['a key with spaces', 'POST', draft, { body: '{"procedure":"construction-permit-house"}', headers: { 'Idempotency-Key': 'a b' } }, 422, 'invalid'],
  ['an unknown procedure', 'POST', draft, { body: '{"procedure":"no-such-thing"}' }, 404, 'not-found'],
  ['a list that is not for citizens', 'GET', '/api/tasks?limit=1e9', {}, 403, 'forbidden'],
];

describe('bad input gets a clear answer', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  for (const [what, method, path, init, status, code] of table) {
    for (const language of ['vi', 'en'] as const) {
      it(`${what}: ${code} (${language})`, async () => {
        const citizen = await house.visitor('congdan1', language);
        const answer = await citizen.fetch(method, path, init);
        const problem = (await answer.json()) as { status: number; code: string; title: string; detail: string; requestId: string };
        assert.equal(answer.headers.get('content-type'), 'application/problem+json');
        assert.deepEqual([answer.status, problem.status, problem.code], [status, status, code]);
        assert.equal(answer.headers.get('x-request-id'), problem.requestId);
        assert.equal(/[ạảãàáâậầấẩẫăắằặẳẵđêệếềểễôộốồổỗơợớờởỡưựứừửữ]/i.test(problem.detail + problem.title), language === 'vi', problem.detail);
      });
    }
  }

  it('names the place of what is wrong', async () => {
    const citizen = await house.visitor('congdan1', 'en');
    const { body } = await citizen.json('POST', draft, { procedure: 'Not A Key', extra: 1 });
    assert.deepEqual((body as unknown as { errors: unknown }).errors, [
      { path: '/extra', message: 'This member is not known here.' },
      { path: '/procedure', message: 'Not in the expected form.' },
    ]);
  });

  it('says in the person’s words which kind of value was expected', async () => {
    const said = async (language: 'vi' | 'en') => {
      const { body } = await (await house.visitor('congdan1', language)).json('POST', draft, { procedure: 7 });
      return (body as unknown as { errors: readonly { message: string }[] }).errors.map(({ message }) => message);
    };
    assert.deepEqual([await said('vi'), await said('en')], [['Sai kiểu dữ liệu, cần chữ.'], ['Expected text.']]);
  });

  it('keeps text in one form of Unicode', async () => {
    const citizen = await house.visitor('congdan1');
    const { id } = (await citizen.done('POST', draft, { procedure: 'construction-permit-house' })) as unknown as { id: string };
    await citizen.done('PUT', `${draft}/${id}`, { revision: 1, data: { owner: { name: 'Nguyễn'.normalize('NFD') } } });
    const kept = (await citizen.done('GET', `${draft}/${id}`)) as unknown as { data: { owner: { name: string } } };
    assert.equal(kept.data.owner.name, 'Nguyễn'.normalize('NFC'));
  });

  it('never answers 5xx to random members in every acting route', async () => {
    const values: readonly unknown[] = [null, 0, -1, 1e308, '', 'x'.repeat(10_000), '<script>', [], {}, [[]], { $ne: 1 }, true, '2026-02-30', '\u202e'];
    const { routes } = await import('../api/routes.ts');
    for (const login of ['congdan1', 'quantri'] as const) {
      const visitor = await house.visitor(login);
      for (const name of Object.keys(routes)) {
        const [method = '', path = ''] = name.split(' ');
        if (method === 'GET' || path === '/api/session') continue;
        for (const value of values) {
          const answer = await visitor.fetch(method, path.replaceAll(/:[a-z]+/gi, 'construction-permit-house'), { body: { data: value, revision: value, files: value, text: value, expectedVersion: value, form: value } });
          assert.ok(answer.status < 500, `${name} ${JSON.stringify(value)?.slice(0, 50)}: ${answer.status}`);
          await answer.body?.cancel();
        }
      }
    }
  });

  it('refuses a body that claims to be short and is not', async () => {
    const { port } = new URL(house.url);
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request({ port, path: session, method: 'POST', headers: { 'Content-Type': 'application/json', Origin: house.url, 'Transfer-Encoding': 'chunked' } }, (answer) => resolve(answer.statusCode ?? 0));
      sent.on('error', reject);
      for (let chunk = 0; chunk < 30; chunk += 1) sent.write('"'.padEnd(100_000, 'a'));
      sent.end();
    });
    assert.equal(status, 413);
  });

  it('takes somebody who leaves in the middle of sending for no failure of its own', async () => {
    const { port } = new URL(house.url);
    const before = house.logged.length;
    const sent = request({ port, path: session, method: 'POST', headers: { 'Content-Type': 'application/json', Origin: house.url, 'Content-Length': '1000' } });
    sent.on('error', () => undefined);
    await new Promise((resolve) => sent.write('{"username":', resolve));
    sent.destroy();
    const said = (): readonly string[] => house.logged.slice(before).filter((line) => line.includes('/api/session') || line.includes('request failed'));
    for (let look = 0; look < 100 && said().length === 0; look += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(said().map((line) => (JSON.parse(line) as { code?: string; msg: string })).map(({ msg, code }) => [msg, code]), [['request', 'malformed']]);
  });
});
