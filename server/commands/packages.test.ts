import { strict as assert } from 'node:assert';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../procedures/folder.ts';
import { bytesOf, type PackageFiles } from '../../procedures/package-files.ts';
import { diskFiles } from '../../storage/files/disk.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import { unpack } from '../designer/archive.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import { packageFolder } from '../testing/running-house.ts';
import { said as saying } from '../testing/said.ts';

const said = (...words: readonly string[]) => saying(words);
const key = 'construction-permit-house';
const asBytes = (files: PackageFiles) => [...files].map(([path, content]) => [path, Buffer.from(bytesOf(content)).toString('base64')]).toSorted();

describe('motcua export and import', function () {
  this.timeout(120_000);
  let folder = '';
  let hash = '';
  const kept = process.env['MOTCUA_DATA'];
  const at = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-packages-'));
    process.env['MOTCUA_DATA'] = folder;
    assert.equal((await said('migrate')).code, 0);
    const store = sqliteStore(at('motcua.sqlite'));
    const ready = await readyToPublish(diskFiles(at('files')), await readFolder(packageFolder));
    assert.ok('hash' in ready);
    hash = ready.hash;
    await store.transaction((tx) => publish(store, tx, ready, { account: 'system', at: '2026-01-01T00:00:00.000Z', note: null })).finally(() => store.close());
  });
  after(async () => {
    if (kept === undefined) delete process.env['MOTCUA_DATA'];
    else process.env['MOTCUA_DATA'] = kept;
    await rm(folder, { recursive: true });
  });

  it('writes the published version as a zip and as a folder, byte by byte', async () => {
    const zip = await said('export', key, '--out', at('house.zip'), '--json');
    assert.equal(zip.code, 0, zip.error);
    const original = asBytes(await readFolder(packageFolder));
    assert.deepEqual(JSON.parse(zip.out), { key, files: original.length, out: at('house.zip') });
    const unpacked = await unpack(await readFile(at('house.zip')));
    assert.ok('files' in unpacked);
    assert.deepEqual(asBytes(unpacked.files), original);
    assert.equal((await said('export', key, '--version', hash.slice(0, 8), '--out', at('house'))).code, 0);
    assert.deepEqual(asBytes(await readFolder(at('house'))), original);
  });

  it('says that there is no database where there is none, and makes none', async () => {
    process.env['MOTCUA_DATA'] = at('elsewhere');
    try {
      for (const words of [['export', key], ['verify'], ['import', packageFolder], ['worker', 'scales', '--units', 'ward']]) {
        const { code, error } = await said(...words);
        assert.equal(code, 2, words.join(' '));
        assert.match(error, /expected a database at MOTCUA_DATABASE \(.*\), but there is none yet: motcua serve or motcua migrate makes one/);
        await assert.rejects(readdir(at('elsewhere')), /ENOENT/);
      }
    } finally {
      process.env['MOTCUA_DATA'] = folder;
    }
  });

  it('writes over nothing', async () => {
    for (const [out, why] of [['house.zip', /there is one already/], ['house', /it is not empty/], ['house.zip/x', /its folder is a file|it is a file/]] as const) {
      const { code, error } = await said('export', key, '--out', at(out));
      assert.equal(code, 2);
      assert.match(error, why);
    }
  });

  const missing: Readonly<Record<string, readonly [words: readonly string[], why: RegExp]>> = {
    'a procedure': [['dance'], /expected a procedure with the key dance, but there is none/],
    'a draft': [[key, '--draft'], /expected a draft of .*, but nobody edits one/],
    'a version': [[key, '--version', '000000'], /but there is none; its versions are: 1 \([0-9a-f]{12}\)/],
  };
  for (const [what, [words, why]] of Object.entries(missing)) it(`says that there is no such thing: ${what}`, async () => {
    const { code, out, error } = await said('export', ...words, '--out', at('none.zip'));
    assert.deepEqual([code, out], [1, '']);
    assert.match(error, why);
  });

  it('takes a zip and a folder in as a draft, and gives the same out again', async () => {
    const there = await said('import', at('house.zip'));
    assert.equal(there.code, 1);
    assert.match(there.error, new RegExp(`expected a procedure that is not there yet, but ${key} is: with --replace`));
    assert.deepEqual(JSON.parse((await said('import', at('house.zip'), '--replace', '--json')).out), { key, revision: 1 });
    await cp(at('house'), at('changed'), { recursive: true });
    await writeFile(at('changed/README.md'), 'Xin chào');
    assert.deepEqual(JSON.parse((await said('import', at('changed'), '--replace', '--json')).out), { key, revision: 2 });
    assert.equal((await said('export', key, '--draft', '--out', at('draft'))).code, 0);
    assert.equal(await readFile(at('draft/README.md'), 'utf8'), 'Xin chào');
    const told = { ...JSON.parse(await readFile(at('changed/procedure.json'), 'utf8')) as object, key: 'another-house' };
    await writeFile(at('changed/procedure.json'), JSON.stringify(told));
    const first = await said('import', at('changed'), '--replace');
    assert.equal(first.code, 0, first.error);
    assert.match(first.out, /^another-house is taken in as a draft \(revision 1\)/);
    assert.match((await said('export', 'another-house', '--out', at('none.zip'))).error, /but it has a draft only: choose that with --draft/);
  });

  const make: Readonly<Record<string, readonly [make: () => Promise<unknown>, why: RegExp]>> = {
    'a folder without a procedure': [() => writeFile(at('wrong/a.md'), 'a'), /holds no procedure\.json/],
    'a procedure without a key': [() => writeFile(at('wrong/procedure.json'), '{}'), /names no key/],
    'a name with odd letters': [() => writeFile(at('wrong/đơn.json'), '{}'), /“đơn\.json” may only have plain letters/],
    'a text that is not UTF-8': [() => writeFile(at('wrong/README.md'), Uint8Array.of(0xff, 0xfe)), /“README\.md” is not text in UTF-8/],
    'a link': [() => symlink('/etc/hostname', at('wrong/link.json')), /“link\.json” is neither a file nor a folder/],
    'too many files': [() => Promise.all(Array.from({ length: 301 }, (_, index) => writeFile(at(`wrong/f${index}.json`), '{}'))), /at most 300 files and 10 MB/],
    'too many bytes': [() => writeFile(at('wrong/big.bin'), Buffer.alloc(11_000_000)), /at most 300 files and 10 MB/],
    'files of two packages': [() => mkdir(at('wrong/b')).then(() => mkdir(at('wrong/c'))).then(() => Promise.all(['b', 'c'].map((name) => writeFile(at(`wrong/${name}/procedure.json`), '{"key":"x-y"}')))), /lies outside the procedure’s folder/],
  };
  for (const [what, [prepare, why]] of Object.entries(make)) it(`refuses ${what}`, async () => {
    await mkdir(at('wrong'));
    if (!['a folder without a procedure', 'files of two packages'].includes(what)) await writeFile(at('wrong/procedure.json'), '{"key":"wrong-one"}');
    await prepare();
    const { code, out, error } = await said('import', at('wrong'), '--json');
    await rm(at('wrong'), { recursive: true });
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, why);
  });
});
