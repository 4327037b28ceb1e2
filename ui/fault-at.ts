import type { Problem } from './problem.ts';

/** What the server says of one value of what was sent. */
export const faultAt = (problem: Problem | undefined, path: string): string | undefined => problem?.errors.find((one) => one.path === path)?.message;
