import { strict as assert } from 'node:assert';
import { createServer, type ViteDevServer } from 'vite';

/** What `npm run dev` serves while a page is being written. */
describe('the server for developing', function () {
  this.timeout(300_000);
  let server: ViteDevServer;
  let url = '';

  before(async () => {
    server = await createServer({ server: { port: 0, host: '127.0.0.1', hmr: false, watch: null }, optimizeDeps: { noDiscovery: true }, logLevel: 'silent' });
    await server.listen();
    url = server.resolvedUrls?.local[0] ?? '';
  });
  after(() => server?.close());

  for (const [at, app] of [['', 'portal'], ['dossiers', 'portal'], ['desk/', 'desk'], ['designer/packages/anything/forms', 'designer']] as const) {
    it(`serves the page of the ${app} at /${at}, and its script`, async () => {
      const page = await fetch(url + at, { headers: { Accept: 'text/html' } });
      assert.equal(page.status, 200);
      const script = [...(await page.text()).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src ?? '').find((src) => src.endsWith('main.tsx'));
      assert.ok(script);
      const code = await fetch(new URL(script, page.url));
      assert.deepEqual([code.status, code.headers.get('content-type'), new URL(code.url).pathname], [200, 'text/javascript', `/${app}/main.tsx`]);
    });
  }
});
