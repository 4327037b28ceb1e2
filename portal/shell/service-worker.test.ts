import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

type Listener = (event: { readonly request: object; readonly respondWith: () => void }) => void;

/** The worker as the browser runs it, but for its caches: what it answers itself, and what it leaves to the network. */
function worker(): (path: string, change?: object) => 'answers' | 'leaves' {
  const listeners = new Map<string, Listener>();
  const origin = 'https://motcua.example';
  const missing = (): Promise<never> => new Promise(() => undefined);
  runInNewContext(readFileSync(new URL('../public/sw.js', import.meta.url), 'utf8'), {
    URL, Response, caches: { open: missing, match: missing }, fetch: missing,
    self: { location: { origin }, addEventListener: (name: string, listener: Listener) => void listeners.set(name, listener) },
  });
  return (path, change = {}) => {
    let answers = false;
    listeners.get('fetch')!({ request: { method: 'GET', mode: 'navigate', url: new URL(path, origin).href, ...change }, respondWith: () => void (answers = true) });
    return answers ? 'answers' : 'leaves';
  };
}

describe('The worker that opens the portal without a network', () => {
  const asked = worker();
  for (const path of ['/', '/services/x', '/dossiers/1', '/payments', '/paying', '/verify/abc', '/deskless', '/tryout']) it(`answers ${path} with the shell`, () => assert.equal(asked(path), 'answers'));
  // Pages of others, or made by the server for one payment: the shell in their place would show nothing of them.
  for (const path of ['/pay/8Q2M4T6V', '/pay', '/national-portal', '/national-portal/x', '/bank/8Q2M4T6V', '/desk/', '/designer/people', '/api/session', '/healthz', '/try', '/licences.html']) it(`leaves ${path} to the network`, () => assert.equal(asked(path), 'leaves'));

  it('keeps what is built and what everybody may read of procedures, and nothing else of the interface', () => {
    for (const path of ['/assets/a.js', '/icon.svg', '/api/app', '/manifest.webmanifest', '/api/procedures/x', '/api/procedures/x/forms/application/validator.js']) assert.equal(asked(path, { mode: 'cors' }), 'answers', path);
    for (const path of ['/api/dossiers', '/api/payments/1', '/api/procedures/x/guide', '/pay/8Q2M4T6V']) assert.equal(asked(path, { mode: 'cors' }), 'leaves', path);
  });

  it('touches neither what is sent nor what others serve', () => {
    assert.equal(asked('/', { method: 'POST' }), 'leaves');
    assert.equal(asked('https://other.example/'), 'leaves');
  });
});
