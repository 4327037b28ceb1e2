import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../http/problem-error.ts';

/** Counts wrong tries by a name and answers 429 when there were too many. */
export interface Throttle {
  /** Throws too-many-requests when `who` has no try left. */
  demand(who: string): Promise<void>;
  failed(who: string): Promise<void>;
  succeeded(who: string): Promise<void>;
}

/** `tries` wrong ones within `seconds`; then nothing until they are over. */
export function throttle(tries: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds });
  return {
    async demand(who) {
      const seen = await limiter.get(who);
      if (seen !== null && seen.consumedPoints >= tries) throw new ProblemError('too-many-requests', { retryAfter: seen.msBeforeNext / 1000 });
    },
    async failed(who) {
      await limiter.consume(who).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused;
      });
    },
    async succeeded(who) {
      await limiter.delete(who);
    },
  };
}
