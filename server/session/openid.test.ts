import { strict as assert } from 'node:assert';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';
import { readOpenId } from './openid-file.ts';
import { openIdClient } from './openid.ts';

const described = { format: 1, name: { vi: 'Thử', en: 'Test' }, client: 'motcua', secret: 'OPENID_SECRET', claims: { idNo: 'id_no' }, private: true };

/** A provider in this process with one person, who agrees to everything. */
async function provider(callback: string): Promise<{ readonly issuer: string; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [{ client_id: 'motcua', client_secret: 'a-secret-of-the-test', redirect_uris: [callback] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'id_no'], email: ['email'], phone: ['phone_number'] },
    scopes: ['openid', 'profile', 'email', 'phone'],
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, name: 'Đỗ Thị Định Danh', id_no: '079090000099', phone_number: '0900000099' }) }),
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', oidc.callback());
  return { issuer, server };
}

/** Walks the provider's own pages as a browser would: sign in, agree, come back. Answers the address it ends at. */
async function walk(start: string, home: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 15; hop += 1) {
    if (url.startsWith(home)) return url;
    const answer = await fetch(url, { redirect: 'manual', method: form === undefined ? 'GET' : 'POST', headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }, ...(form === undefined ? {} : { body: form }) });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    form = undefined;
    if (location !== null) url = new URL(location, url).href;
    else {
      const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
      const [, prompt = 'login'] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
      assert.notEqual(action, '', `expected a form, but got ${page.slice(0, 300)}`);
      url = new URL(action, url).href;
      form = new URLSearchParams({ prompt, login: 'person-1', password: 'any' });
    }
  }
  throw new Error('the provider never sent the browser back');
}

describe('signing in with OpenID Connect', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let server: Server;
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-openid-'));
    house = await runHouse();
    const made = await provider(`${house.url}/api/session/openid/answer`);
    ({ server } = made);
    const file = join(folder, 'openid.json');
    await writeFile(file, JSON.stringify({ ...described, issuer: made.issuer }));
    const openid = openIdClient(readOpenId(file, { OPENID_SECRET: 'a-secret-of-the-test' }), `${house.url}/api/session/openid/answer`);
    Object.assign(house.services, { openid });
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await house.stop();
    await rm(folder, { recursive: true });
  });

  const wrongs: readonly (readonly [string, object, RegExp])[] = [
    ['plain http in the open', { private: false }, /its issuer is plain http/],
    ['a secret that the environment does not have', { secret: 'OTHER_SECRET' }, /its secret is not in the environment as OTHER_SECRET/],
    ['a word that it does not know', { clientId: 'motcua' }, /\/?clientId|additional/],
    ['no client', { client: undefined }, /client/],
  ];
  for (const [what, change, said] of wrongs) {
    it(`is not offered by a file with ${what}`, async () => {
      const file = join(folder, 'wrong.json');
      await writeFile(file, JSON.stringify({ ...described, issuer: 'http://127.0.0.1:9', ...change }));
      assert.throws(() => readOpenId(file, { OPENID_SECRET: 'a-secret-of-the-test' }), said);
    });
  }

  const leave = async (person: Visitor): Promise<{ url: string; cookie: string }> => {
    const away = await person.fetch('GET', '/api/session/openid?return=/dossiers');
    assert.equal(away.status, 302);
    return { url: away.headers.get('location') ?? '', cookie: away.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };

  it('brings a person back signed in, to where they were going, with what the provider vouches for', async () => {
    const person = new Visitor(house.url, 'vi');
    const { url, cookie } = await leave(person);
    assert.match(url, /code_challenge_method=S256/);
    const back = new URL(await walk(url, house.url));
    const answer = await person.fetch('GET', back.pathname + back.search, { headers: { Cookie: cookie } });
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/dossiers']);
    const { account } = (await person.done('GET', '/api/session')) as unknown as { account: { name: string; kind: string; idNoMasked: string } };
    assert.deepEqual([account.name, account.kind, account.idNoMasked], ['Đỗ Thị Định Danh', 'citizen', '079*******99']);
  });

  it('refuses an answer that this browser did not ask for', async () => {
    const person = new Visitor(house.url, 'vi');
    const { url, cookie } = await leave(person);
    const back = new URL(await walk(url, house.url));
    const path = back.pathname + back.search;
    assert.equal((await new Visitor(house.url, 'vi').fetch('GET', path)).status, 401, 'without the cookie');
    assert.equal((await person.fetch('GET', path.replace(/state=[^&]+/, 'state=other'), { headers: { Cookie: cookie } })).status, 401, 'with another state');
  });

  it('goes back only to pages of this site', async () => {
    assert.equal((await new Visitor(house.url, 'vi').fetch('GET', '/api/session/openid?return=//evil.example')).status, 422);
    assert.equal((await new Visitor(house.url, 'vi').fetch('GET', '/api/session/openid?return=https://evil.example')).status, 422);
  });
});
