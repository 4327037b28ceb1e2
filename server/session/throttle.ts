import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/problem-error.ts';

/** Counts tries by a name and answers 429 when there were too many. A try counts before it is judged: many at once are still many. */
export interface Throttle {
  /** Takes a try. Throws too-many-requests when `who` has none left. */
  take(who: string): Promise<void>;
  /** The try was a right one and does not count. */
  giveBack(who: string): Promise<void>;
  /** Forgets all tries of `who`. */
  forget(who: string): Promise<void>;
}

/** `tries` wrong ones within `seconds`; then nothing until they are over. */
export function throttle(tries: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds });
  return {
    async take(who) {
      await limiter.consume(who).catch((refused: unknown) => {
        throw refused instanceof RateLimiterRes ? new ProblemError('too-many-requests', { retryAfter: refused.msBeforeNext / 1000 }) : refused;
      });
    },
    async giveBack(who) {
      await limiter.reward(who);
    },
    async forget(who) {
      await limiter.delete(who);
    },
  };
}
