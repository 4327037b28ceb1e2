import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

describe('the built apps', function () {
  this.timeout(120_000);
  let folder = '';
  let house: RunningHouse;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-apps-'));
    for (const app of ['portal', 'desk', 'designer', 'assets']) await mkdir(join(folder, app));
    for (const app of ['portal', 'desk', 'designer']) await writeFile(join(folder, app, 'index.html'), `<!doctype html><title>${app}</title>`);
    await writeFile(join(folder, 'assets', 'main-abc123.js'), `// ${'x'.repeat(5000)}`);
    house = await runHouse({ apps: folder });
  });
  after(async () => {
    await house.stop();
    await rm(folder, { recursive: true });
  });

  const table: readonly (readonly [path: string, title: string])[] = [['/', 'portal'], ['/dossiers/abc', 'portal'], ['/desk', 'desk'], ['/desk/', 'desk'], ['/desk/dossiers/x', 'desk'], ['/designer/', 'designer'], ['/deskew', 'portal']];
  for (const [path, title] of table) {
    it(`${path} opens the ${title} under a strict policy`, async () => {
      const answer = await (await house.visitor()).fetch('GET', path);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), new RegExp(`<title>${title}</title>`));
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /script-src 'self'(;|$)/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.equal(policy.includes('unsafe-inline'), title === 'designer');
      assert.ok(!policy.includes('unsafe-eval'));
      assert.equal(answer.headers.get('cache-control'), 'no-cache');
    });
  }

  it('come compressed, and for ever when their name carries a hash', async () => {
    const answer = await (await house.visitor()).fetch('GET', '/assets/main-abc123.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    assert.deepEqual([answer.headers.get('content-encoding'), answer.headers.get('cache-control'), answer.headers.get('vary')], ['br', 'public, max-age=31536000, immutable', 'Accept-Encoding']);
    assert.equal((await answer.text()).length, 5003);
  });

  it('do not swallow what is missing', async () => {
    const anyone = await house.visitor();
    assert.equal((await anyone.fetch('GET', '/assets/gone.js')).status, 404);
    assert.equal((await anyone.fetch('GET', '/api/gone')).status, 404);
    assert.equal((await anyone.fetch('POST', '/')).status, 404);
  });
});
