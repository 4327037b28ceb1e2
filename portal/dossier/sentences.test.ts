import assert from 'node:assert/strict';
import type { ClockView } from '../../server/api/clock.ts';
import type { Turn } from '../../server/api/timeline.ts';
import { words } from './words.ts';
import { sentences } from './sentences.ts';

const clock: ClockView = {
  status: 'running', verdict: 'within', limit: '7 working days', startedAt: '2026-12-01T01:00:00Z', dueAt: '2026-12-10T09:00:00Z',
  endedAt: null, promisedAnew: null, earlier: [], pause: null, left: { amount: 5, unit: 'day' }, confirmed: true,
};
const turn: Turn = {
  whose: 'unit', unit: { id: 'u', name: { vi: 'UBND phường Mẫu', en: 'Sample Ward' } }, step: { vi: 'Thẩm định hồ sơ', en: 'Examination' },
  since: '2026-12-02T02:00:00Z', dueAt: null,
};
const say = (change: { clock?: Partial<ClockView>; turn?: Partial<Turn>; state?: 1 | 4 | 5 | 6 | 7 }) =>
  sentences({ state: change.state ?? 4, stateSince: '2026-12-02T02:00:00Z', clock: { ...clock, ...change.clock }, turn: { ...turn, ...change.turn } }, words.text, 'vi');

describe('three plain sentences about a dossier', () => {
  it('tells step, turn and due date while the office works', () => {
    assert.deepEqual(say({}), [
      'Hồ sơ đang ở bước “Thẩm định hồ sơ” từ Thứ Tư, 02/12/2026.',
      'Đang đến lượt UBND phường Mẫu; bạn không phải làm gì.',
      'Hẹn trả kết quả Thứ Năm, 10/12/2026; còn 5 ngày làm việc.',
    ]);
  });
  const cases: [string, Parameters<typeof say>[0], number, RegExp][] = [
    ['says that it is the citizen’s turn and until when', { state: 5, turn: { whose: 'applicant', dueAt: '2026-12-04T09:00:00Z' } }, 1, /Đang đến lượt bạn.*04\/12\/2026/],
    ['says how late the office is and what it owes', { clock: { verdict: 'late', left: { amount: -2, unit: 'day' } } }, 2, /quá hạn 2 ngày làm việc.*xin lỗi/],
    ['says the new day once the office has apologised', { clock: { verdict: 'late', left: { amount: -2, unit: 'day' }, promisedAnew: '2026-12-16' } }, 2, /quá hạn 2 ngày làm việc.*hẹn lại Thứ Tư, 16\/12\/2026/],
    ['says that the clock stands still', { clock: { status: 'paused', verdict: 'paused', left: null } }, 2, /tạm dừng/],
    ['says that it is due today', { clock: { left: { amount: 0, unit: 'day' } } }, 2, /trong hôm nay/],
    ['says that the clock has not started', { state: 1, clock: { status: 'not-started', verdict: 'none', left: null, dueAt: null } }, 2, /chưa bắt đầu/],
    ['asks for the payment', { state: 6 }, 1, /đến lượt bạn.*nộp phí/],
    ['says that nobody has anything left to do', { state: 7 }, 1, /đã kết thúc/],
    ['praises no office for a dossier that was taken back', { state: 7, clock: { status: 'ended', verdict: 'early', left: null } }, 2, /^Không còn ngày hẹn/],
  ];
  for (const [name, change, index, expected] of cases) it(name, () => assert.match(say(change)[index] ?? '', expected));
});
