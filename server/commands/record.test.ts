import { strict as assert } from 'node:assert';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from '../../procedures/scenario.ts';
import { packageFolder } from '../testing/running-house.ts';
import { said } from '../testing/said.ts';

const jsonIn = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

describe('motcua run --record', function () {
  this.timeout(60_000);
  let folder = '';
  let input = '';
  let story: Scenario;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-record-'));
    await cp(packageFolder, folder, { recursive: true });
    story = await jsonIn(join(folder, 'scenarios/01-straight-through.json'));
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

  it('keeps another application beside the scenario', async () => {
    const { application } = await jsonIn<{ application: Record<string, object> }>(input);
    await writeFile(input, JSON.stringify({ application: { ...application, owner: { ...application['owner'], name: 'Lê Thị Giả Định' } }, filing: { channel: 'counter' } }));
    assert.equal((await record('other.json', [])).code, 0);
    const { filed } = await jsonIn<Scenario>(join(folder, 'scenarios/other.json'));
    assert.deepEqual([filed.application, filed.channel], ['other', 'counter']);
    assert.match((await said(['test', folder])).out, /^✔ other$/m);
  });

  const refused: Readonly<Record<string, readonly [name: string, lines: readonly string[], code: number, why: RegExp]>> = {
    'a deed that is not possible': ['a.json', ['{ "complete": "sign" }'], 1, /event 1: expected an open task at sign/],
    'an answer that its form refuses': ['a.json', ['{ "complete": "reception", "data": {} }'], 1, /all goes well, but it is not recorded: form reception/],
    'a choice that is forced': ['a.json', ['{ "choose": "g", "flows": ["f"] }'], 1, /a deed that a scenario can hold/],
    'a time that is none': ['a.json', ['{ "advance": "soon" }'], 1, /event 1: expected an ISO 8601 duration or an instant, but got "soon"/],
    'an event that is none': ['a.json', ['{ "dance": 1 }'], 2, /expected the event to have a member complete, fail/],
    'a file that is there already': ['01-straight-through.json', [], 2, /but there is one already/],
    'a place outside of the package': ['../../a.json', [], 2, /expected --record to name a new \.json file in/],
  };
  for (const [what, [name, lines, code, why]] of Object.entries(refused)) {
    it(`does not record ${what}`, async () => {
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
