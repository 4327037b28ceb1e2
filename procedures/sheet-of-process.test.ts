import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readProcess } from './read-process.ts';
import { outOfOrder, sheetFrom, tellingSteps } from './sheet-of-process.ts';

const template = async (name: string) => {
  const reading = await readProcess('process.bpmn', readFileSync(new URL(`../designer/templates/${name}/process.bpmn`, import.meta.url), 'utf8'));
  assert.ok('definition' in reading);
  return reading.definition;
};
const said = (name: string) => ({ name: { vi: name, en: name }, text: { vi: 'Lời của tác giả', en: 'The author’s words' } });

describe('The service sheet and the process', () => {
  it('the steps are taken in the order of the process, and what was written of one stays', async () => {
    const permit = await template('permit');
    const told = tellingSteps(permit).map(({ name }) => name.vi);
    const first = { ...said('Bạn nộp hồ sơ'), by: 'applicant' as const };
    const taken = sheetFrom(permit, [first, said(told.at(-1)!), said('Không còn bước này')], () => ({ vi: 'Ai đó', en: 'Somebody' }));
    assert.deepEqual(taken.map(({ name }) => name.vi), ['Bạn nộp hồ sơ', ...told]);
    assert.deepEqual(taken[0], first);
    assert.equal(taken.at(-1)!.text.vi, 'Lời của tác giả');
    assert.equal(taken[1]!.text.vi, 'Ai đó');
    const [receive, examine, sign] = ['Kiểm tra hồ sơ', 'Thẩm định hồ sơ', 'Lãnh đạo ký'].map((name) => told.indexOf(name));
    assert.ok(receive! >= 0 && receive! < examine! && examine! < sign!, told.join(', '));
    assert.ok(taken.some(({ by, limit }) => by !== 'applicant' && limit !== undefined));
    assert.deepEqual(outOfOrder(permit, taken), []);
  });

  it('a step that stands before one that comes first is told, a step of another branch or of no process is not', async () => {
    const permit = await template('permit');
    assert.deepEqual(outOfOrder(permit, [said('Lãnh đạo ký'), said('Thẩm định hồ sơ'), said('Lạ')]), [[0, 1]]);
    assert.deepEqual(outOfOrder(permit, [said('Thẩm định hồ sơ'), said('Lãnh đạo ký')]), []);
  });
});
