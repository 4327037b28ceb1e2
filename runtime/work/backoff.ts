/** Tries of a connector call before a person must look: with the waits below, about two minutes of outage. */
export const MAX_ATTEMPTS = 8;
/** Longer than any call may take: whose lease has ended is dead, or its result comes too late and is refused. */
export const LEASE_MS = 60_000;

const FIRST_MS = 500;
/** No wait is longer. */
export const LONGEST_MS = 5 * 60_000;

/** Wait before the next try, doubling, spread by half so that what failed together does not come back together. */
export function backoffMs(attempts: number, random: () => number): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1)) * (0.5 + random()));
}

export function later(now: string, milliseconds: number): string {
  return new Date(Date.parse(now) + milliseconds).toISOString();
}
