import assert from 'node:assert/strict';
import { parseTimeLimit } from '../../engine/calendar/limit.ts';
import { limitUnits, readLimit, writeLimit } from './limit.ts';

describe('a time limit as amount and unit', () => {
  const cases: [string, ReturnType<typeof readLimit>][] = [
    ['3 working days', { amount: '3', unit: 'working days' }],
    ['1 working day', { amount: '1', unit: 'working days' }],
    ['0.5 working days', { amount: '0.5', unit: 'working days' }],
    ['4 working hours', { amount: '4', unit: 'working hours' }],
    ['15 days', { amount: '15', unit: 'days' }],
    ['120 minutes', { amount: '120', unit: 'minutes' }],
    ['same day', undefined],
    ['PT2H', undefined],
    ['', undefined],
  ];
  for (const [text, limit] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readLimit(text), limit));
    if (limit) it(`writes ${text} again`, () => assert.equal(writeLimit(limit), text));
  }

  it('takes a decimal comma', () => assert.equal(writeLimit({ amount: '0,5', unit: 'working days' }), '0.5 working days'));
  it('is nothing without an amount', () => assert.equal(writeLimit({ amount: ' ', unit: 'days' }), ''));
  it('writes only what the calendar reads', () => {
    for (const unit of limitUnits) for (const amount of ['1', '7']) assert.doesNotThrow(() => parseTimeLimit(writeLimit({ amount, unit })));
  });
});
