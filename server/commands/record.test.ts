import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from '../../procedures/scenario.ts';
import { packageFolder } from '../testing/running-house.ts';
import { said } from '../testing/said.ts';

const jsonIn = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

describe('motcua run --record', function () {
  this.timeout(120_000);
  let folder = '';
  let input = '';
  let story: Scenario;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-record-'));
    await cp(packageFolder, folder, { recursive: true });
    story = await jsonIn(join(folder, 'scenarios/01-straight-through.json'));
    for (const name of await readdir(join(folder, 'scenarios'))) if (name.endsWith('.json')) await rm(join(folder, 'scenarios', name));
    input = join(folder, 'input.json');
    await writeFile(input, JSON.stringify({ application: await jsonIn(join(folder, 'scenarios/applications/house.json')) }));
  });
  after(() => rm(folder, { recursive: true }));

  /** The deeds of a shipped scenario as events, typed one a line. */
  const typed = (steps: Scenario['steps']): string[] => steps.flatMap((step) => [
    ...('complete' in step ? ['{ "advance": "PT12H" }', JSON.stringify({ complete: step.complete, data: step.answer, ...(step.by !== undefined && { by: step.by }) })] : []),
    ...('message' in step ? [JSON.stringify({ message: step.message, data: step.data })] : []),
  ]);
  const record = (name: string, lines: readonly string[]) => said(['run', folder, '--record', join(folder, 'scenarios', name), '--input', input, '--at', story.filed.at, '--json'], lines);

  it('is asked for where there is no scenario to test', async () => {
    const { code, error } = await said(['test', folder]);
    assert.equal(code, 1);
    assert.match(error, /^Nothing was tested: expected scenarios\/\*\.json in .*, but the package has none\. Record one: motcua run .* --record /);
  });

  it('keeps who did what when, and what came of it, as a scenario that passes', async () => {
    const { code, out, error } = await record('mine.json', typed(story.steps));
    assert.equal(code, 0, error);
    assert.equal((JSON.parse(out) as { status: string }).status, story.expect.status);
    assert.match(error, /^active: reception \(.+\)$/m);
    const mine = await jsonIn<Scenario>(join(folder, 'scenarios/mine.json'));
    assert.equal(mine.filed.application, 'house');
    assert.deepEqual(mine.expect.path, story.expect.path);
    assert.deepEqual([mine.expect.letters, mine.expect.fee, mine.expect.verdict], [story.expect.letters, story.expect.fee, 'early']);
    assert.match(mine.expect.due ?? '', /^2026-1[12]-\d\d$/);
    assert.deepEqual(Object.keys(mine.expect.data ?? {}).filter((name) => ['application', 'dossier'].includes(name)), []);
    assert.ok(Object.hasOwn(mine.expect.data ?? {}, 'competence'));
    const reception = mine.steps.find((step) => 'complete' in step && step.complete === 'reception');
    assert.deepEqual(reception && 'by' in reception && [reception.at, reception.by], ['2026-11-19T14:00:00.000Z', 'receptionist']);
    const tested = await said(['test', folder]);
    assert.match(tested.out, /^✔ mine$/m);
    assert.equal(tested.code, 0, tested.out);
  });

  it('leaves out what was mistyped, and goes on with the next line', async () => {
    const deeds = typed(story.steps);
    const slips = ['complete reception', '{ "complete": "sign" }', '{ "complete": "reception", "data": {} }', '{ "dance": 1 }', ''];
    const { code, error } = await record('slips.json', [...slips, ...deeds.slice(0, 3), ...slips, ...deeds.slice(3)]);
    assert.equal(code, 0, error);
    assert.match(error, /^line 1: expected an event as JSON/m);
    assert.match(error, /^line 3: expected a step that goes well, but form reception/m);
    assert.match(error, /^line 9: expected .*\nThis line is left out; go on with the next\.$/m);
    assert.match(error, /slips\.json is recorded\.$/);
    const [mine, slipped] = [await jsonIn<Scenario>(join(folder, 'scenarios/mine.json')), await jsonIn<Scenario>(join(folder, 'scenarios/slips.json'))];
    assert.deepEqual([slipped.steps, slipped.expect], [mine.steps, mine.expect]);
  });

  it('records nothing of a list in which an event is not possible', async () => {
    await writeFile(join(folder, 'events.json'), JSON.stringify([{ advance: 'P1D' }, { complete: 'sign' }]));
    const { code, error } = await said(['run', folder, '--record', join(folder, 'scenarios/a.json'), '--input', input, '--events', join(folder, 'events.json')]);
    assert.equal(code, 1);
    assert.match(error, /^event 2: expected an open task at \(sign\).*\nNothing is recorded\.$/m);
  });

  it('says before anything is typed that the application does not fit its form', async () => {
    const bad = join(folder, 'bad.json');
    await writeFile(bad, JSON.stringify({ application: { owner: {} } }));
    const { code, error } = await said(['run', folder, '--record', join(folder, 'scenarios/a.json'), '--input', bad], ['{ "advance": "P1D" }']);
    assert.equal(code, 1);
    assert.match(error, /expected an application with which all goes well, but nothing is recorded: form application/);
  });

  it('keeps what was typed before Ctrl-C', async () => {
    const program = spawn(process.execPath, ['server/cli.ts', 'run', folder, '--record', join(folder, 'scenarios/stopped.json'), '--input', input, '--at', story.filed.at], { cwd: join(import.meta.dirname, '../..'), stdio: 'pipe' });
    let error = '';
    const ended = new Promise<number | null>((resolve) => void program.once('exit', resolve));
    const heard = (what: RegExp) => new Promise<void>((resolve) => void program.stderr.on('data', () => void (what.test(error) && resolve())));
    program.stderr.on('data', (chunk: Buffer) => void (error += chunk.toString()));
    await heard(/^active: reception/m);
    program.stdin.write('{ "advance": "PT1H" }\n');
    await heard(/(^active: reception[^]*){2}/m);
    program.kill('SIGINT');
    assert.equal(await ended, 0, error);
    const { steps } = await jsonIn<Scenario>(join(folder, 'scenarios/stopped.json'));
    assert.equal(steps.length, 1);
  });

  it('keeps another application beside the scenario', async () => {
    const { application } = await jsonIn<{ application: Record<string, object> }>(input);
    await writeFile(input, JSON.stringify({ application: { ...application, owner: { ...application['owner'], name: 'Lê Thị Giả Định' } }, filing: { channel: 'counter' } }));
    assert.equal((await record('other.json', [])).code, 0);
    const { filed } = await jsonIn<Scenario>(join(folder, 'scenarios/other.json'));
    assert.deepEqual([filed.application, filed.channel], ['other', 'counter']);
    assert.match((await said(['test', folder])).out, /^✔ other$/m);
  });

  const refused: Readonly<Record<string, readonly [name: string, lines: readonly string[], code: number, why: RegExp]>> = {
    'a deed that is not possible': ['a.json', ['{ "complete": "sign" }'], 1, /line 1: expected an open task at \(sign\)[^]*Nothing is recorded/],
    'an answer that its form refuses': ['a.json', ['{ "complete": "reception", "data": {} }'], 1, /line 1: expected a step that goes well, but form reception/],
    'a choice that is forced': ['a.json', ['{ "choose": "g", "flows": ["f"] }'], 1, /a deed that a scenario can hold/],
    'a time that is none': ['a.json', ['{ "advance": "soon" }'], 1, /line 1: expected an ISO 8601 duration or an instant, but got "soon"/],
    'an event that is none': ['a.json', ['{ "dance": 1 }'], 1, /expected the event to have a member complete, fail/],
    'what is no JSON': ['a.json', ['complete reception'], 1, /line 1: expected an event as JSON, such as .*, but at line 1, column 1/],
    'a file that is there already': ['there.json', [], 2, /but there is one already/],
    'a place outside of the package': ['../../a.json', [], 2, /expected --record to name a new \.json file in/],
  };
  for (const [what, [name, lines, code, why]] of Object.entries(refused)) {
    it(`does not record ${what}`, async () => {
      await writeFile(join(folder, 'scenarios/there.json'), '{}');
      const result = await record(name, lines);
      assert.equal(result.code, code, result.error);
      assert.match(result.error, why);
      await assert.rejects(readFile(join(folder, 'scenarios/a.json')));
    });
  }

  it('says what the form asks when the application is missing', async () => {
    const without = await said(['run', folder, '--record', join(folder, 'scenarios/b.json')]);
    assert.equal(without.code, 2);
    const ran = await said(['run', join(folder, 'process.bpmn'), '--json']);
    assert.equal((JSON.parse(ran.out) as { status: string }).status, 'active');
    for (const { error } of [without, ran]) {
      assert.match(error, /The application form \(".+", forms\/application\.json\) asks for what --input gives as \{ "application": \{ … \} \}/);
      assert.match(error, /^ {2}\* owner\.name +string +Tên chủ nhà$/m);
      assert.match(error, /scenarios\/applications\//);
    }
    assert.equal((await said(['run', folder, '--input', input])).error, '');
    await writeFile(join(folder, 'forms/assign.json'), '{');
    assert.match((await said(['run', folder])).error, /expected the package .* to load, but it has faults \(motcua check tells them\)/);
  });
});
