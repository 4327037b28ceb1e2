import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { formatDate, formatInstant, parseDate, parseInstant, weekdayOf } from './instant.ts';

describe('an instant', () => {
  for (const text of ['2026-11-20T03:00:00Z', '2026-11-20T03:00Z', '2026-11-20T10:00:00+07:00', '2026-11-20T03:00:00.000Z']) {
    it(`is read from ${text}`, () => assert.equal(formatInstant(parseInstant(text)), '2026-11-20T03:00:00.000Z'));
  }

  const wrong: unknown[] = ['', '2026-11-20', '2026-11-20T10:00', '2026-02-30T00:00Z', '2026-13-01T00:00Z', '2026-11-20T24:00Z', '2026-11-20T10:60Z', '1999-12-31T23:59:59Z', '2100-01-01T00:00Z', '20/11/2026', null, 1_700_000_000_000];
  for (const text of wrong) {
    it(`is not read from ${JSON.stringify(text)}`, () => assert.throws(() => parseInstant(text as string), { code: 'instant_invalid' }));
  }
});

describe('a day number', () => {
  it('comes back as the date it was read from, with its weekday', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
        const text = date.toISOString().slice(0, 10);
        const day = parseDate(text) ?? Number.NaN;
        assert.equal(formatDate(day), text);
        assert.equal(weekdayOf(day), (date.getUTCDay() + 6) % 7);
      }),
    );
  });

  for (const text of ['2026-02-29', '2026-00-10', '2026-1-1', 'today']) it(`is not read from ${text}`, () => assert.equal(parseDate(text), undefined));
});
