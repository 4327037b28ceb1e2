import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// The rooms of the house and who may enter whom (ARCHITECTURE.md). A rule is a path prefix;
// tests, benches and testing tools may look everywhere.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const api = 'server/api/';
const enters: Record<string, readonly string[]> = {
  engine: [],
  forms: ['engine/expression/', 'engine/state.ts'],
  'forms/ui': ['forms/', 'ui/', 'engine/state.ts', api],
  procedures: ['engine/', 'forms/'],
  storage: ['engine/', 'procedures/'],
  runtime: ['engine/', 'forms/', 'procedures/', 'storage/'],
  server: ['engine/', 'forms/', 'procedures/', 'storage/', 'runtime/'],
  ui: [api, 'procedures/role.ts'],
  portal: ['ui/', 'forms/', 'engine/state.ts', api],
  desk: ['ui/', 'forms/', 'engine/state.ts', api],
  designer: ['ui/', 'forms/', 'engine/', 'procedures/', api],
};

// Packages that live in some rooms only.
const lives: readonly [RegExp, readonly string[]][] = [
  [/^knex$/, ['storage/']],
  [/^(koa|@koa\/)/, ['server/']],
  [/^bpmn-moddle/, ['engine/bpmn/', 'designer/']],
  [/^saxen/, ['engine/decision/']],
  [/^web-push/, ['server/push/']],
  [/^decimal\.js/, ['engine/expression/']],
  [/^lezer-feel/, ['engine/expression/']],
  [/^(xstate|@xstate\/)/, ['engine/logic.ts', 'engine/statechart/', 'portal/', 'desk/', 'designer/']],
  [/^(react|preact|@rjsf|wouter|@tanstack)/, ['forms/ui/', 'ui/', 'portal/', 'desk/', 'designer/']],
  [/^node:/, ['procedures/', 'storage/', 'runtime/', 'server/', 'forms/precompile/']],
];

const isTool = (file: string) => /\.test\.tsx?$|\/testing\/|\/gallery\/|^storage\/contract/.test(file);
const files = globSync('{engine,forms,procedures,storage,runtime,server,ui,portal,desk,designer}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !isTool(file) && !file.endsWith('.d.ts'));
const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm)].map((match) => match[1] ?? match[2] ?? '');
const roomOf = (file: string) => (file.startsWith('forms/ui/') ? 'forms/ui' : file.slice(0, file.indexOf('/')));

describe('the rooms of the house', () => {
  it('has modules to look at', () => {
    assert.ok(files.length > 20, `only ${files.length} modules found`);
  });

  it('lets no room enter another that it may not', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = relative(root, join(root, dirname(file), specifier));
        const inside = roomOf(target) === room || target.startsWith(`${room}/`);
        if (!inside && !(enters[room] ?? []).some((prefix) => target.startsWith(prefix))) wrong.push(`${file} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('asks for days by the field of the kit, for the browser’s own follows the browser’s language and not the page’s', () => {
    assert.deepEqual(files.filter((file) => file.endsWith('.tsx') && /type[=:]\s*["'{]+(date|datetime-local|time|month|week)["']/.test(readFileSync(join(root, file), 'utf8'))), []);
  });

  it('keeps each library in the room it lives in', () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const specifier of importsOf(file)) {
        const home = lives.find(([name]) => name.test(specifier))?.[1];
        if (home && !home.some((prefix) => file.startsWith(prefix))) wrong.push(`${file} imports ${specifier}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('gives the core no clock and no chance', () => {
    const forbidden = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/;
    const wrong = files.filter((file) => /^(engine|forms)\//.test(file) && !file.startsWith('forms/ui/') && !file.startsWith('forms/precompile/') && forbidden.test(readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(wrong, []);
  });

  it('holds no law: numbers of texts, of forms, amounts and days are data with a validity and a source', () => {
    const law: Readonly<Record<string, RegExp>> = {
      'a text of law': /\d+\/\d{4}\/(?:NĐ|ND|TT|QĐ|QH|NQ|UBND)|(?:Nghị định|Thông tư|Luật|Nghị quyết|Decree|Circular|Resolution) (?:số |No\.? ?)?\d/u,
      'a form': /[Mm]ẫu (?:số )?(?:[A-Z]{0,3}\d)|\bForm (?:No\.? ?)?\d/u,
      'an amount': /(?<!such as |như )\b\d{1,3}(?:\.\d{3})+ ?(?:đ(?!\p{L})|đồng|VND)|\b(?:fee|levy|amount)\w*['"]?\s*[:=]\s*\d[\d_]{3,}/u,
      'a limit': /['`]\d+(?:\.\d+)? (?:working )?(?:day|month|year)s?['`]/u,
    };
    // What a designer begins with and changes, and how far a trial's clock is moved by hand.
    const begun = ['designer/calendars/try-calendar.tsx', 'designer/chart/new-states.ts', 'designer/process/panel/shape-field.tsx', 'designer/process/procedure-steps.ts', 'designer/trial/clock-bar.tsx', 'server/designer/draft.ts'];
    const found = (text: string): string[] => Object.entries(law).filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
    assert.deepEqual(["'Theo Nghị định 30/2020/NĐ-CP'", "form: 'Mẫu số 03'", "'75.000 đ'", 'fee: 75_000', "limit: '7 working days'"].map((text) => found(text).length > 0), [true, true, true, true, true]);
    // Comments may say which clause something follows, and messages show how a limit is written.
    const spoken = (text: string): string => text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
    const holding = files.flatMap((file) => (begun.includes(file) || file.startsWith('server/seed/') ? [] : found(spoken(readFileSync(join(root, file), 'utf8'))).map((what) => `${file} holds ${what}`)));
    assert.deepEqual(holding, []);
  });

  it('has no file over 400 lines and no drawer', () => {
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
    const drawers = files.filter((file) => /(^|\/)(types|utils|helpers|common|misc)\.tsx?$/.test(file));
    assert.deepEqual([...long, ...drawers], []);
  });

  it('ends no other file when a test fails: mocha\'s bail would, where files run side by side', () => {
    const tests = globSync('{engine,forms,procedures,storage,runtime,server,ui,portal,desk,designer,test}/**/*.test.{ts,tsx}', { cwd: root });
    assert.ok(tests.length > 100, `only ${tests.length} files found`);
    assert.deepEqual(tests.filter((file) => /\bthis\.bail\(/.test(readFileSync(join(root, file), 'utf8'))), []);
  });
});
