/** What a description leaves open: seconds, bytes, and tries. */
export const usual = { timeoutSeconds: 15, largestAnswer: 1_000_000, attempts: 8, firstSeconds: 2, longestSeconds: 300 } as const;
