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

const diagram = new URL('../../procedures/construction-permit-house/process.bpmn', import.meta.url);
const task = (id: string, node: string, openedAt: string, closedAt: string | null): TaskRow => ({
  id, node, openedAt, closedAt, status: closedAt === null ? 'open' : 'completed', dueAt: null, timeLimit: null, role: 'handler', unitId: 'ward', name: { vi: node, en: node },
}) as unknown as TaskRow;

describe('the timeline that a citizen reads', () => {
  it('says when a step is done a second time', async () => {
    const reading = await readBpmn(await readFile(diagram, 'utf8'));
    if ('problems' in reading) throw new Error('expected the house permit to be readable');
    const pack = { definition: reading.definition } as unknown as Package;
    const dossier = { status: 'active', submittedAt: '2026-11-18T01:00:00Z', data: {} } as unknown as DossierRow;
    const names = { unit: () => ({ vi: 'Phường Sen Mẫu', en: 'Sen Mau ward' }) } as unknown as Names;
    const tasks = [task('1', 'draft', '2026-11-18T02:00:00Z', '2026-11-18T03:00:00Z'), task('2', 'draft', '2026-11-18T04:00:00Z', null)];
    const steps = timelineOf(pack, dossier, tasks, compileCalendar(hcmc), names, '2026-11-18T05:00:00Z').filter(({ standing }) => standing !== 'next');
    assert.deepEqual(steps.map(({ name }) => name.vi), ['Nộp hồ sơ', 'Soạn kết quả', 'Soạn kết quả (lần 2)']);
    assert.equal(steps.at(-1)!.name.en.endsWith('(round 2)'), true);
  });
});
