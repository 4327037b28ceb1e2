import assert from 'node:assert/strict';
import type { SupplementItem } from '../../server/api/supplement.ts';
import { changesOf, fieldsOf, remarksOf, unchangedOf } from './flagged.ts';

const item = (path: string, remark = 'x'): SupplementItem => ({ target: 'field', path, label: { vi: path, en: path }, remark, before: null });
const items = [item('work.footprint', 'Sửa cho khớp'), item('work.floors.0.area'), item('work.floors.1.area')];
const before = { work: { footprint: 70, floors: [{ area: 70 }, { area: 60 }] }, other: 1 };
const now = { work: { footprint: 60, floors: [{ area: 70 }, { area: 61 }] }, other: 2 };

describe('correcting what was flagged', () => {
  it('asks each field once, a repeating group as a whole', () => assert.deepEqual(fieldsOf(items), ['work.footprint', 'work.floors']));
  it('shows the remark at its place', () => assert.equal(remarksOf(items)['work.footprint'], 'Sửa cho khớp'));
  it('notices what was not corrected', () => assert.deepEqual(unchangedOf(items, before, now).map(({ path }) => path), ['work.floors.0.area']));
  it('sends the flagged places and nothing else', () =>
    assert.deepEqual(changesOf(items, now), { 'work.footprint': 60, 'work.floors.0.area': 70, 'work.floors.1.area': 61 }));
});
