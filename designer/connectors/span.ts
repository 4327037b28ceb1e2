const units = [['days', 86_400], ['hours', 3600], ['minutes', 60], ['seconds', 1]] as const;

/** Seconds in the largest unit that holds them without a rest: 300 is 5 minutes, 90 is 90 seconds. */
export function spanOf(seconds: number): { readonly count: number; readonly unit: (typeof units)[number][0] } {
  const [unit, size] = units.find(([, one]) => seconds % one === 0) ?? ['seconds', 1];
  return { count: seconds / size, unit };
}
