import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { compileCalendar } from '../engine/calendar/calendar.ts';
import { readFolder } from '../procedures/folder.ts';
import { loadPackage } from '../procedures/load.ts';
import { testPackage } from '../procedures/test-package.ts';
import { memoryStore } from '../storage/stores/memory.ts';
import { inquiry } from './testing/inquiry.ts';
import { playScenarios } from './testing/play-scenario.ts';

const scenario = {
  name: { vi: 'Không có hồ sơ gốc', en: 'No original' }, filed: { at: '2026-11-19T02:00:00Z', channel: 'office', application: 'usual' },
  steps: [{ at: '+1 working hour', fail: 'look', error: 'LOST' }, { at: '+1 working hour', complete: 'find', answer: { answer: 'Thấy ở kho cũ' } }],
  expect: { path: ['look', 'find', 'done'], letters: [], states: [4], status: 'completed', due: '2026-11-27', verdict: 'early', fee: null },
};

/** The same, expected to come out as it does not. */
const otherwise = { ...scenario, name: { vi: 'Mong khác', en: 'Expected otherwise' }, expect: { ...scenario.expect, path: ['look', 'done'], states: [1, 4], due: '2026-11-30', data: { 'find.answer': 'Mất hẳn', matter: 'x' } } };

describe('a scenario in which a person reports that a step cannot be done', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-inquiry-'));
    const files = [...(await inquiry()), ['scenarios/01-lost.json', JSON.stringify(scenario)], ['scenarios/02-otherwise.json', JSON.stringify(otherwise)], ['scenarios/applications/usual.json', JSON.stringify({ matter: 'Hồ sơ cũ' })]] as const;
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
  });
  after(() => rm(folder, { recursive: true }));

  it('comes out on its package', async () => {
    const files = await readFolder(folder);
    const loading = await loadPackage(files);
    assert.ok('package' in loading, JSON.stringify(loading));
    const [result] = testPackage(loading.package, files, compileCalendar(hcmc)).scenarios;
    assert.deepEqual(result?.faults, []);
  });

  it('is lived by the house as it is written', async function () {
    this.timeout(60_000);
    const [[played] = []] = await playScenarios(folder, [memoryStore()], { only: ['01-lost'] });
    assert.deepEqual([Object.keys(played?.units ?? {}).toSorted(), played?.otherwise], [['find', 'look'], []]);
  });

  it('says what came otherwise in the house, with the step of the scenario and the element', async function () {
    this.timeout(60_000);
    const [[played] = []] = await playScenarios(folder, [memoryStore()], { only: ['02-otherwise'] });
    assert.deepEqual(played?.otherwise, [
      'step 1 (fail look), at (look): expected (done) after (look), but the dossier came to (find)',
      'in the end: expected states to be [1,4], but it was [4]',
      'in the end: expected due to be "2026-11-30", but it was "2026-11-27"',
      'step 1 (fail look), at (find): expected find.answer to be "Mất hẳn", but it was "Thấy ở kho cũ"',
      'in the end: expected matter to be "x", but it was nothing',
    ]);
  });
});
