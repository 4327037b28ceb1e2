import assert from 'node:assert/strict';
import { changeTables, emptyFile, type Change } from './change-tables.ts';
import { tableAnswers } from './table-answers.ts';
import { readTables } from './table-file.ts';

const group = { vi: 'Bước: Chọn cấp', en: 'Step: Choose the level' };
const level = { label: { vi: 'Cấp', en: 'Level' }, type: 'string', values: ['Phường', 'Thành phố'] } as const;
const days = { label: { vi: 'Số ngày', en: 'Days' }, type: 'number', values: [] } as const;

/** What a condition may look at behind a step that keeps the answers of such a table as `level`. */
const named = async (answers: readonly (typeof level | typeof days)[], ...changes: readonly Change[]) => {
  let file = await changeTables(await emptyFile('level', 'urn:motcua:test:level', { vi: 'Cấp', en: 'Level' }), { change: 'table', table: { titles: { vi: 'Cấp', en: 'Level' }, asks: [], answers, policy: 'UNIQUE' } });
  for (const change of changes) file = await changeTables(file, change);
  const reading = await readTables(file, 'vi');
  const [table] = 'decisions' in reading ? reading.decisions : [];
  assert.ok(table?.kind === 'table');
  return tableAnswers(table, 'level', group).map(({ name, kind, label, options }) => [name, kind, label.vi, options?.map(({ value }) => value).join() ?? '']);
};

describe('what a table answers, in a condition behind its step', () => {
  it('is the answer itself where there is one', async () => assert.deepEqual(await named([level]), [['level', 'choice', 'Cấp', 'Phường,Thành phố']]));
  it('is each of several by its name', async () => assert.deepEqual(await named([level, days]), [['level.level', 'choice', 'Cấp', 'Phường,Thành phố'], ['level.days', 'number', 'Số ngày', '']]));
  it('is a number where answers are added up or counted', async () => assert.deepEqual(await named([days], { change: 'policy', decision: 'level', policy: 'COLLECT SUM' }), [['level', 'number', 'Số ngày', '']]));
  it('is nothing where it is a list', async () => assert.deepEqual(await named([days], { change: 'policy', decision: 'level', policy: 'COLLECT' }), []));
});
