import { strict as assert } from 'node:assert';
import { parseTimeLimit, type TimeLimit } from './limit.ts';

describe('a time limit', () => {
  const read: [text: string, limit: TimeLimit][] = [
    ['7 working days', { unit: 'working_day', amount: 7 }],
    ['1 working day', { unit: 'working_day', amount: 1 }],
    ['0.5 working days', { unit: 'working_day', amount: 0.5 }],
    ['3 working hours', { unit: 'working_hour', amount: 3 }],
    ['90 working minutes', { unit: 'working_minute', amount: 90 }],
    ['15 days', { unit: 'day', amount: 15 }],
    ['24 hours', { unit: 'hour', amount: 24 }],
    ['120 minutes', { unit: 'minute', amount: 120 }],
    ['  2  working   days ', { unit: 'working_day', amount: 2 }],
    ['same day', { unit: 'same_day' }],
    ['until 2026-12-05', { unit: 'until', day: '2026-12-05' }],
    ['P1D', { unit: 'hour', amount: 24 }],
    ['P2W', { unit: 'hour', amount: 336 }],
    ['PT2H', { unit: 'hour', amount: 2 }],
    ['P1DT2H30M', { unit: 'minute', amount: 1_590 }],
    ['PT30S', { unit: 'minute', amount: 0.5 }],
  ];
  for (const [text, limit] of read) it(`is read from "${text}"`, () => assert.deepEqual(parseTimeLimit(text), limit));

  const refused: [text: unknown, message: RegExp][] = [
    ['', /expected a time limit such as .*but got ""/],
    ['7', /but got "7"/],
    ['seven days', /but got "seven days"/],
    ['-1 days', /but got "-1 days"/],
    ['0 working days', /above 0/],
    ['PT0S', /above 0/],
    ['P', /such as/],
    ['PT', /such as/],
    ['P1DT', /such as/],
    ['until 2026-02-30', /such as/],
    ['until tomorrow', /such as/],
    ['P1M', /years and months differ in length, so write days/],
    ['P1Y', /years and months differ/],
    ['1.5 days', /whole calendar days/],
    ['99999 working days', /at most ten years/],
    ['1e3 days', /such as/],
    ['7 working weeks', /such as/],
    [`${'9'.repeat(5_000)} days`, /such as/],
    [7, /but got 7/],
    [null, /but got null/],
    [{ unit: 'day' }, /but got an object/],
  ];
  for (const [text, message] of refused) {
    it(`is not read from ${JSON.stringify(text)?.slice(0, 30)}`, () => assert.throws(() => parseTimeLimit(text as string), (error: Error) => message.test(error.message) && error.message.length < 260));
  }
});
