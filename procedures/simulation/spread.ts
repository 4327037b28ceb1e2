import type { Spread } from './plan.ts';

/** Mean, median and 90th percentile of numbers, by the nearest rank; zero for none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { mean: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length), median: at(0.5), p90: at(0.9) };
}
