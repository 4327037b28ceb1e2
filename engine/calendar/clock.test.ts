import { strict as assert } from 'node:assert';
import { clockAt, endClock, pauseClock, resumeClock, startClock } from './clock.ts';

const at = (hour: number): string => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;
const running = startClock(at(3), '7 working days');
const paused = pauseClock(running, at(5), 'supplement');

describe('a clock', () => {
  it('starts with its limit and nothing else', () => assert.deepEqual(running, { limit: { unit: 'working_day', amount: 7 }, startedAt: at(3), pauses: [], endedAt: null }));

  it('is data: it survives being stored as JSON, and its moves leave the old one as it was', () => {
    const ended = endClock(resumeClock(pauseClock(paused, at(6), 'payment'), at(8), 'supplement'), at(9));
    assert.deepEqual(JSON.parse(JSON.stringify(ended)), ended);
    assert.deepEqual(ended.pauses, [{ cause: 'supplement', from: at(5), to: at(8) }, { cause: 'payment', from: at(6), to: at(9) }]);
    assert.equal(ended.endedAt, at(9));
    assert.deepEqual(paused.pauses, [{ cause: 'supplement', from: at(5), to: null }]);
    assert.deepEqual(running.pauses, []);
  });

  it('resumes from one cause, or from all when none is named', () => {
    const both = pauseClock(paused, at(6), 'payment');
    assert.deepEqual(resumeClock(both, at(8), 'payment').pauses.map((pause) => pause.to), [null, at(8)]);
    assert.deepEqual(resumeClock(both, at(8)).pauses.map((pause) => pause.to), [at(8), at(8)]);
  });

  it('may pause again for the same cause once it has resumed', () => {
    assert.equal(pauseClock(resumeClock(paused, at(6)), at(6), 'supplement').pauses.length, 2);
  });

  it('can be looked at as it stood before its later moves', () => {
    const ended = endClock(resumeClock(paused, at(8)), at(9));
    assert.deepEqual(clockAt(ended, at(4)), running);
    assert.deepEqual(clockAt(ended, at(5)), paused);
    assert.deepEqual(clockAt(ended, at(8)), resumeClock(paused, at(8)));
    assert.deepEqual(clockAt(ended, at(9)), ended);
  });

  const refused: [what: string, move: () => unknown, message: RegExp][] = [
    ['starts at no instant', () => startClock('yesterday', '1 day'), /expected an instant/],
    ['starts with no limit', () => startClock(at(3), 'soon'), /expected a time limit/],
    ['is paused twice for one cause', () => pauseClock(paused, at(6), 'supplement'), /no pause for "supplement" at .*there is one from 2026-11-20T05/],
    ['is paused inside an earlier pause for that cause', () => pauseClock(resumeClock(paused, at(8)), at(7), 'supplement'), /there is one from .* to 2026-11-20T08/],
    ['is paused for no cause', () => pauseClock(running, at(5), ''), /to name its cause/],
    ['is paused before its start', () => pauseClock(running, at(2), 'supplement'), /to pause a clock after its start/],
    ['resumes when it runs', () => resumeClock(running, at(5)), /expected a pause to resume from/],
    ['resumes from another cause', () => resumeClock(paused, at(6), 'payment'), /a pause for "payment" to resume from/],
    ['resumes before it paused', () => resumeClock(paused, at(4)), /pause for "supplement" to end after it began/],
    ['ends before its start', () => endClock(running, at(2)), /to end a clock after its start/],
    ['ends twice', () => endClock(endClock(running, at(5)), at(6)), /a running clock to end, but it ended at/],
    ['is paused after its end', () => pauseClock(endClock(running, at(5)), at(6), 'supplement'), /a running clock to pause, but it ended/],
  ];
  for (const [what, move, message] of refused) {
    it(`that ${what} says so`, () => assert.throws(move, (error: Error) => error.name === 'CalendarError' && message.test(error.message)));
  }
});
