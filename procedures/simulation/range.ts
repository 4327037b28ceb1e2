/** What several runs came to: chance makes no two alike. */
export interface Range {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

/** What was counted in each run; nothing in a run in which there was nothing to count. */
export type PerRun = readonly (number | null | undefined)[];

export function rangeOf(values: PerRun): Range | undefined {
  const counted = values.filter((value) => typeof value === 'number');
  if (counted.length === 0) return undefined;
  return { least: Math.min(...counted), mean: counted.reduce((sum, value) => sum + value, 0) / counted.length, most: Math.max(...counted) };
}

/** Were nothing different, so many runs would all go one way once in 32 times; fewer say nothing. */
const fewestThatSay = 6;

/**
 * By how much it is more after than before, run by run: each pair met the same dossiers with the same luck. Nothing unless
 * every run that differs at all goes the same way, for then chance may have made it.
 */
export function differenceOf(before: PerRun, after: PerRun): Range | undefined {
  const apart = after.flatMap((value, run) => {
    const other = before[run];
    return typeof value === 'number' && typeof other === 'number' ? [value - other] : [];
  });
  const range = rangeOf(apart);
  const isOneWay = range !== undefined && (range.least >= 0 || range.most <= 0);
  return isOneWay && apart.filter((each) => each !== 0).length >= fewestThatSay ? range : undefined;
}
