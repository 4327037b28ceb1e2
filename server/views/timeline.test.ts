import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Package } from '../library/package.ts';
import type { Names } from './names.ts';
import { timelineOf } from './timeline.ts';

const packOf = async (key: string): Promise<Package> => {
  const reading = await readBpmn(await readFile(new URL(`../../procedures/${key}/process.bpmn`, import.meta.url), 'utf8'));
  if ('problems' in reading) throw new Error(`expected ${key} to be readable`);
  return { definition: reading.definition } as unknown as Package;
};
const names = { unit: () => ({ vi: 'Phường Sen Mẫu', en: 'Sen Mau ward' }) } as unknown as Names;
const task = (id: string, node: string, openedAt: string, closedAt: string | null): TaskRow => ({
  id, node, openedAt, closedAt, status: closedAt === null ? 'open' : 'completed', dueAt: null, timeLimit: null, role: 'handler', unitId: 'ward', name: { vi: node, en: node },
}) as unknown as TaskRow;

describe('the timeline that a citizen reads', () => {
  it('says when a step is done a second time', async () => {
    const pack = await packOf('construction-permit-house');
    const dossier = { status: 'active', submittedAt: '2026-11-18T01:00:00Z', data: {} } as unknown as DossierRow;
    const tasks = [task('1', 'draft', '2026-11-18T02:00:00Z', '2026-11-18T03:00:00Z'), task('2', 'draft', '2026-11-18T04:00:00Z', null)];
    const steps = timelineOf(pack, dossier, tasks, compileCalendar(hcmc), names, '2026-11-18T05:00:00Z').filter(({ standing }) => standing !== 'next');
    assert.deepEqual(steps.map(({ name }) => name.vi), ['Nộp hồ sơ', 'Soạn kết quả', 'Soạn kết quả (lần 2)']);
    assert.equal(steps.at(-1)!.name.en.endsWith('(round 2)'), true);
  });

  for (const [delivery, ahead] of [
    ['electronic', []],
    ['post', ['Gửi Giấy khai sinh qua bưu điện']],
    ['counter', ['Mời bạn đến nhận Giấy khai sinh']],
  ] as const)
    it(`foretells of the ways to get the result the one that was asked for: ${delivery}`, async () => {
      const dossier = { status: 'active', submittedAt: '2026-11-18T01:00:00Z', data: { application: { delivery: { method: delivery } } } } as unknown as DossierRow;
      const steps = timelineOf(await packOf('birth-registration'), dossier, [task('1', 'sign', '2026-11-18T02:00:00Z', null)], compileCalendar(hcmc), names, '2026-11-18T05:00:00Z');
      assert.deepEqual(steps.filter(({ standing }) => standing === 'next').map(({ name }) => name.vi), ahead);
    });
});
