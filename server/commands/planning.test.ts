import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { said } from '../testing/said.ts';

const road = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [[106.5, 10.5], [106.6, 10.5]] }, properties: { name: 'Đường Thử', width: 12, FID: 1 } }] };
const options = ['--layer', 'thu', '--kind', 'road', '--title', 'Đường thử', '--valid-from', '2026-01-01', '--source', 'Quyết định thử', '--source-date', '2025-12-01'];

describe('motcua planning import', function () {
  this.timeout(60_000);
  let folder = '';
  const kept = process.env['MOTCUA_DATA'];
  const at = (name: string): string => join(folder, name);
  const run = (...words: string[]) => said(['planning', ...words]);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-planning-'));
    process.env['MOTCUA_DATA'] = folder;
    assert.equal((await said(['migrate'])).code, 0);
    await writeFile(at('road.geojson'), JSON.stringify(road));
    await writeFile(at('bad.geojson'), JSON.stringify(road).replace('12', '"wide"'));
  });
  after(async () => {
    if (kept === undefined) delete process.env['MOTCUA_DATA'];
    else process.env['MOTCUA_DATA'] = kept;
    await rm(folder, { recursive: true });
  });

  it('takes a file in as versions of its layer, once each', async () => {
    const first = await run('import', at('road.geojson'), ...options);
    assert.deepEqual([first.code, first.out], [0, 'thu is taken in as version 1: 1 feature. Left out, as they say nothing here: FID.']);
    assert.deepEqual(JSON.parse((await run('import', at('road.geojson'), ...options, '--json')).out), { layer: 'thu', version: 1, features: 1, leftOut: ['FID'], known: true });
    assert.equal(JSON.parse((await run('import', at('road.geojson'), ...options, '--valid-to', '2027-01-01', '--json')).out).version, 2);
  });

  const wrong: [string, number, RegExp, ...string[]][] = [
    ['nothing to do', 2, /expected "import" and one file, but got nothing/],
    ['another act', 2, /expected "import" and one file, but got "drop" "x"/, 'drop', 'x'],
    ['an option that is missing', 2, /expected --layer to fit, but: This member is missing/, 'import', '/road.geojson'],
    ['a day that is none', 2, /expected --valid-from to fit/, 'import', '/road.geojson', ...options, '--valid-from', '2026-13-01'],
    ['a kind that is none', 2, /expected --kind to fit/, 'import', '/road.geojson', ...options, '--kind', 'river'],
    ['no such file', 2, /but there is none/, 'import', '/none.geojson', ...options],
    ['a wrong property', 1, /^\/features\/0\/properties\/width: Expected a number\.$/m, 'import', '/bad.geojson', ...options],
  ];
  for (const [what, code, message, ...words] of wrong) {
    it(`says what is wrong: ${what}`, async () => {
      const told = await run(...words.map((word) => (word.startsWith('/') ? at(word.slice(1)) : word)));
      assert.equal(told.code, code, told.error);
      assert.match(told.error, message);
    });
  }
});
