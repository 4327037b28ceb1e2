import assert from 'node:assert/strict';
import { CalendarSchema, type Calendar } from '../../../engine/calendar/calendar.ts';
import { calendarSentences } from './calendar-words.ts';
import { mutations, someOf, type JsonSchema, type Other } from './testing/mutated.ts';
import { faultIn, telling } from './testing/packages.ts';

const hours = [['07:30', '11:30'], ['13:00', '17:00']];
const calendar: Calendar = {
  id: 'mau', name: { vi: 'Lịch mẫu', en: 'Sample calendar' }, zone: 'Asia/Ho_Chi_Minh', weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }, sameDayCutoff: '15:00',
  days: [{ date: '2026-09-02', kind: 'off', name: { vi: 'Quốc khánh', en: 'National Day' }, confirmed: true, source: 'Luật mẫu' }, { date: '2026-09-05', kind: 'working_swap', hours, name: { vi: 'Làm bù', en: 'Swapped' }, confirmed: false, source: 'Thông báo mẫu' }], years: [2026],
};
const other: Other = (at, value) => (at.endsWith('.date') ? '2026-09-09' : typeof value === 'number' || at.startsWith('years') ? Number(value ?? 2026) + 1 : /hours|weekly|Cutoff/.test(at) ? '16:00' : `${String(value ?? 'Chữ')} khác`);

describe('a change of a calendar, told in words', () => {
  for (const language of ['vi', 'en'] as const)
    it(`is told wherever it may change (${language})`, async () => {
      const told = await telling(language);
      const faults = [...someOf(mutations(CalendarSchema as unknown as JsonSchema, calendar, other), 1, (place) => place.replaceAll(/\.\d+/g, '.n'))].flatMap(({ at, did, value }) => {
        const fault = at === 'id' ? undefined : faultIn(calendarSentences(calendar, value as Calendar, told), (sentence) => /undefined|\[object/.exec(sentence)?.[0], told);
        return fault === undefined ? [] : [`${at} ${did}: ${fault}`];
      });
      assert.deepEqual(faults, []);
    });
  it('says days that come with what they are', async () => {
    const told = await telling('vi');
    assert.deepEqual(calendarSentences({ ...calendar, days: calendar.days.slice(0, 1) }, calendar, told), ['Thêm 05/09/2026 (làm bù: “Làm bù”).']);
    assert.deepEqual(calendarSentences(calendar, { ...calendar, weekly: { ...calendar.weekly, 6: [['07:30', '11:30']] } }, told), ['Thứ Bảy: từ nghỉ thành “07:30–11:30”.']);
  });
});
