import type { ClockVerdict, WorkingTime } from '../server/api/clock.ts';

export interface Left { readonly verdict: ClockVerdict; readonly left: WorkingTime | null }

/** Whether a clock runs while one looks: minutes of the clock on the wall, of something that is not over. */
export const runsOn = ({ verdict, left }: Left): boolean => left?.working === false && left.unit !== 'day' && (verdict === 'within' || verdict === 'soon' || verdict === 'late');

/** How a clock stands so many whole minutes after the server said it: working time, which only calendars know, stays as it was said. */
export const leftAfter = (said: Left, minutes: number): Left => {
  const { verdict, left } = said;
  if (left === null || minutes === 0 || !runsOn(said)) return said;
  const amount = left.amount * (left.unit === 'hour' ? 60 : 1) - minutes;
  // A minute that has begun counts as late.
  return amount > 0 ? { verdict, left: { amount, unit: 'minute', working: false } } : { verdict: 'late', left: { amount: verdict === 'late' ? amount : amount - 1, unit: 'minute', working: false } };
};
