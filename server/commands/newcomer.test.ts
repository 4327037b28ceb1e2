import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import { said, type Said } from '../testing/said.ts';
import { reasonOf } from './given-file.ts';
import { manual } from './manual.ts';

const ways: Readonly<Record<string, (path: string) => readonly string[]>> = {
  'check': (path) => ['check', path],
  'check --json': (path) => ['check', path, '--json'],
  'run': (path) => ['run', path],
  'run --events': (path) => ['run', 'GOOD.bpmn', '--events', path],
  'run --input': (path) => ['run', 'GOOD.bpmn', '--input', path],
  'decide': (path) => ['decide', path, '--decision', 'd'],
  'decide --input': (path) => ['decide', 'GOOD.dmn', '--decision', 'd', '--input', path],
  'test': (path) => ['test', path],
  'import': (path) => ['import', path],
  'verify --record': (path) => ['verify', '--record', path],
};

const diagram = '<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><process id="p" isExecutable="true"><startEvent id="s"/><task id="t"/><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="t"/><sequenceFlow id="b" sourceRef="t" targetRef="e"/></process></definitions>';
const model = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m"><decision id="d" name="d"><literalExpression><text>1</text></literalExpression></decision></definitions>';

/** Nothing of the machine's own speech, and nothing that a reader has to know Node for. */
const foreign = /\n\s+at |ENOENT|EISDIR|ENOTDIR|Unexpected|is not valid JSON|undefined|nested error|Cannot read/;

describe('the motcua command for a newcomer', function () {
  this.timeout(120_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-newcomer-'));
    await writeFile(join(folder, 'GOOD.bpmn'), diagram);
    await writeFile(join(folder, 'GOOD.dmn'), model);
    for (const extension of extensions) {
      await writeFile(join(folder, `empty${extension}`), '');
      await writeFile(join(folder, `bytes${extension}`), Uint8Array.from({ length: 600 }, (_, index) => (index * 7 + 130) % 256));
      await writeFile(join(folder, `words${extension}`), 'xin chào');
      await writeFile(join(folder, `number${extension}`), '7');
      await mkdir(join(folder, `folder${extension}`));
    }
  });
  after(() => rm(folder, { recursive: true }));
  const extensions = ['.bpmn', '.dmn', '.json', '.statechart.json', '.txt', ''];
  const here = (words: readonly string[]): Promise<Said> => said(words.map((word) => word.replace(/^(?=GOOD)/, `${folder}/`)));

  for (const [way, words] of Object.entries(ways)) {
    it(`says what it expected of any wrong file: ${way}`, async () => {
      for (const name of ['nothing', 'empty', 'bytes', 'words', 'number', 'folder']) for (const extension of extensions) {
        const path = join(folder, `${name}${extension}`);
        const { code, out, error } = await here(words(path));
        const about = `${words(path).join(' ')}\n${out}\n${error}`;
        // A folder is taken for a package, which then lacks files: that is a finding of check.
        assert.ok(code === 2 || (name === 'folder' && way.startsWith('check') && code === 1), `expected exit code 2, but got ${code}: ${about}`);
        assert.match(`${out}${error}`, /expected /, about);
        assert.doesNotMatch(`${out}\n${error}`, foreign, about);
        assert.ok(!error.includes('expected expected') && !/\b1 errors|1 warnings/.test(out), about);
      }
    });
  }

  it('names the line and column of a fault, and the file once', async () => {
    const path = join(folder, 'fault.bpmn');
    await writeFile(path, '<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n  <process id="a">\n  </proces>\n</definitions>');
    assert.deepEqual(await said(['check', path]), { code: 2, error: '', out: 'error   (malformed): expected a BPMN 2.0 document, but </proces> at line 4, column 3 stands where <process> of line 3, column 3 has to be closed\n1 error, 0 warnings.' });
    const events = join(folder, 'fault.json');
    await writeFile(events, '[\n  { "complete": "t", }\n]');
    assert.match((await here(['run', 'GOOD.bpmn', '--events', events])).error, /expected JSON in .*fault\.json, but at line 2, column 22 it has "}" instead of a name in double quotes/);
    await writeFile(join(folder, 'twice.json'), '{ "testCases": [1], "testCases": [] }');
    assert.match((await said(['test', join(folder, 'twice.json')])).error, /expected every name once .*at line 1, column 21 it has the name "testCases" for the second time/);
    const { out } = await said(['check', join(folder, 'folder')]);
    assert.match(out, /^error {3}procedure\.json \(missing-file\): expected a file procedure\.json, but the package has none$/m);
  });

  const mistakes: readonly (readonly [words: readonly string[], expected: RegExp])[] = [
    [['check'], /expected one PATH, but got none/], [['run'], /expected one FILE or PACKAGE, but got none/], [['decide'], /expected one FILE\.dmn, but got none/], [['test'], /expected one PATH, but got none/],
    [['check', 'a', 'b'], /expected one PATH, but got 2/], [['worker'], /expected one NAME/], [['worker', 'x y', '--units', 'u'], /expected NAME to be 2 to 61 lower-case/], [['worker', 'robot'], /expected --units UNIT/], [['worker', 'robot', '--units', 'u', '--days', 'x'], /expected --days/], [['migrate', 'now'], /nothing after the command but options/], [['seed', 'x'], /nothing after the command/], [['serve', 'x'], /nothing after the command/],
    [['serve', '--port', '99999'], /a number up to 65535/], [['serve', '--port', 'http'], /a number up to 65535/], [['run', 'GOOD.bpmn', '--at', 'noon'], /expected --at to be an instant such as/],
    [['decide', 'GOOD.dmn', '--decision', 'd', '--at', '2026'], /expected --at to be an instant such as/], [['decide', 'GOOD.dmn', '--decision', 'd', '--at', '2026-02-30T00:00:00Z'], /expected --at to be an instant such as/], [['run', 'GOOD.bpmn', '--dance'], /expected no options but --process, .*--help, but got --dance/], [['run', 'GOOD.bpmn', '-d'], /but got -d/], [['run', 'GOOD.bpmn', '--input'], /expected something after --input, but got nothing/], [['run', 'GOOD.bpmn', '--input', '--json'], /expected something after --input, but got "--json"/], [['check', 'GOOD.bpmn', '--json=yes'], /expected nothing after --json, but got "yes"/],
    [['import'], /expected one FILE\.zip or FOLDER, but got none/], [['export'], /expected one KEY, but got none/], [['export', 'k', '--draft', '--version', 'abcdef'], /but got both/], [['export', 'k', '--version', '3'], /a hash or its first 6 digits/], [['verify', 'X', '--record', 'y'], /but got both/],
    [['run', 'GOOD.bpmn', '--process', 'q'], /expected process q, but the file has p/], [['run', 'GOOD.bpmn', '--record', 'x.json'], /expected --record with a package/], [['dance'], /expected a command, but got "dance"/],
  ];
  for (const [words, expected] of mistakes) {
    it(`answers 2 to: motcua ${words.join(' ')}`, async () => {
      const { code, out, error } = await here(words);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, expected);
      assert.doesNotMatch(error, foreign);
    });
  }

  for (const name of Object.keys(manual)) {
    it(`tells how ${name} is called, what it prints and its exit codes`, async () => {
      const { code, out } = await said([name, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^motcua ${name}: .*\n\nmotcua ${name} `));
      assert.match(out, /Exit code 0: .*; 2: /);
      if (name !== 'serve') assert.match(out, /--json +print \{ "/);
    });
  }

  it('leaves a file alone that is no database', async () => {
    const before = process.env['MOTCUA_DATABASE'];
    try {
      const wrong = { 'words.txt': 'it holds something else', 'folder.txt': 'it is no file', 'words.txt/x.sqlite': 'its folder is a file' };
      for (const [name, why] of Object.entries(wrong)) for (const command of ['migrate', 'verify', 'seed', 'serve']) {
        process.env['MOTCUA_DATABASE'] = join(folder, name);
        const { code, error } = await said([command]);
        assert.equal(code, 2, command);
        assert.match(error, new RegExp(`expected MOTCUA_DATABASE .* to be a file of SQLite, a new file or a postgres:// address, but ${why}`));
      }
      assert.equal(await readFile(join(folder, 'words.txt'), 'utf8'), 'xin chào');
      process.env['MOTCUA_DATABASE'] = 'postgres://127.0.0.1:1/none';
      assert.match((await said(['verify'])).error, /expected the database of MOTCUA_DATABASE to open, but/);
    } finally {
      if (before === undefined) delete process.env['MOTCUA_DATABASE'];
      else process.env['MOTCUA_DATABASE'] = before;
    }
  });

  it('gives a program outside a token, and takes it back', async () => {
    const before = process.env['MOTCUA_DATABASE'];
    process.env['MOTCUA_DATABASE'] = join(folder, 'house.sqlite');
    try {
      assert.equal((await said(['migrate'])).code, 0);
      assert.match((await said(['worker', 'scales', '--units', 'nowhere'])).error, /expected a unit nowhere, but there is none/);
      const store = sqliteStore(join(folder, 'house.sqlite'));
      await store.transaction(async (tx) => {
        await tx.calendars.insert({ id: 'hcmc', name: 'x', data: {}, revision: 1, updatedAt: '2025-07-01T00:00:00.000Z', updatedBy: 'system' });
        await tx.units.insert({ id: 'ward', code: 'H1', name: { vi: 'Phường', en: 'Ward' }, kind: 'ward', parentId: null, calendarId: 'hcmc', validFrom: '2025-07-01T00:00:00.000Z', validTo: null });
      }).finally(() => store.close());
      const given = await said(['worker', 'scales', '--units', 'ward', '--json']);
      assert.equal(given.error, '');
      assert.match((JSON.parse(given.out) as { token: string }).token, /^[A-Za-z0-9_-]{43}$/);
      assert.deepEqual(await said(['worker', 'scales', '--revoke', '--json']), { code: 0, out: '{"revoked":true}', error: '' });
      assert.equal((await said(['worker', 'nobody', '--revoke'])).code, 1);
    } finally {
      if (before === undefined) delete process.env['MOTCUA_DATABASE'];
      else process.env['MOTCUA_DATABASE'] = before;
    }
  });

  it('tells what there is without reading the whole house', async () => {
    const loaded = (...words: string[]): Promise<string[]> => new Promise((resolve, reject) => {
      const script = `import { registerHooks } from 'node:module'; const names = []; registerHooks({ load(url, context, next) { names.push(url); return next(url, context); } }); const { motcua } = await import(${JSON.stringify(new URL('./motcua.ts', import.meta.url).href)}); const out = () => undefined; await motcua(${JSON.stringify(words)}, { lines: () => [], out, error: out }); console.log(JSON.stringify(names));`;
      execFile(process.execPath, ['--input-type=module', '-e', script], (error, stdout) => (error === null ? resolve(JSON.parse(stdout) as string[]) : reject(error)));
    });
    for (const words of [['--help'], ['serve', '--help'], ['check', '--help'], ['dance']]) {
      const own = (await loaded(...words)).filter((url) => url.startsWith('file:')).map((url) => basename(url)).toSorted();
      assert.deepEqual(own, ['command.ts', 'console.ts', 'manual.ts', 'motcua.ts'], words.join(' '));
    }
  });

  it('answers the same however help is asked for', async () => {
    const help = await said(['check', '--help']);
    for (const words of [['check', '-h'], ['help', 'check']]) assert.deepEqual(await said(words), help);
    assert.deepEqual(await said(['-h']), await said(['--help']));
    assert.match((await said(['--version'])).out, /^\d+\.\d+\.\d+$/);
  });

  it('says that an account may not read a file', () => assert.equal(reasonOf(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })), 'this account may not read it'));
});
