import assert from 'node:assert/strict';
import { date, dateTime, decimal, dueDate, longDate, money, timeLimit, workingTime } from './format.ts';

describe('format', () => {
  const cases: [string, string, string][] = [
    ['a calendar day stays that day', date('2026-12-02'), '02/12/2026'],
    ['an instant is read in the office zone', date('2026-12-01T18:00:00Z'), '02/12/2026'],
    ['a weekday in Vietnamese', longDate('2026-12-02', 'vi'), 'Thứ Tư, 02/12/2026'],
    ['a weekday in English', longDate('2026-12-02', 'en'), 'Wednesday, 02/12/2026'],
    ['midnight is 00', dateTime('2026-12-01T17:00:00Z'), '00:00 02/12/2026'],
    ['money groups by points', money(75000), '75.000 đ'],
    ['a Vietnamese decimal comma', decimal(1234.5, 'vi'), '1.234,5'],
    ['an English decimal point', decimal(1234.5, 'en'), '1,234.5'],
    ['seven working days', timeLimit('7 working days', 'vi'), '7 ngày làm việc'],
    ['one working day in English', timeLimit('1 working day', 'en'), '1 working day'],
    ['the same day', timeLimit('same day', 'vi'), 'Trong ngày'],
    ['half a working day', timeLimit('0.5 working days', 'vi'), '0,5 ngày làm việc'],
    ['two days late', workingTime({ amount: -2, unit: 'day' }, 'en'), '2 working days'],
    ['many minutes as hours and minutes', workingTime({ amount: 229, unit: 'minute' }, 'vi'), '3 giờ 49 phút làm việc'],
    ['whole hours of minutes', workingTime({ amount: -60, unit: 'minute' }, 'en'), '1 working hour'],
    ['less than an hour stays minutes', workingTime({ amount: 47, unit: 'minute' }, 'vi'), '47 phút làm việc'],
    ['minutes that run through the night', workingTime({ amount: 85, unit: 'minute', working: false }, 'vi'), '1 giờ 25 phút'],
    ['a due time where minutes count', dueDate('2026-11-19T04:00:00Z', { amount: 85, unit: 'minute', working: false }, 'vi'), '11:00, Thứ Năm, 19/11/2026'],
    ['a due day where days count', dueDate('2026-11-19T04:00:00Z', { amount: 7, unit: 'day', working: true }, 'vi'), 'Thứ Năm, 19/11/2026'],
    ['the same in English', workingTime({ amount: -65, unit: 'minute', working: false }, 'en'), '1 hour 5 minutes'],
    ['minutes of the clock on the wall', timeLimit('120 minutes', 'vi'), '120 phút'],
    ['an ISO duration is left alone', timeLimit('P2D', 'vi'), 'P2D'],
  ];
  for (const [name, actual, expected] of cases) it(name, () => assert.equal(actual, expected));
});
