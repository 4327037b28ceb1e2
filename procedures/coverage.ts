/** How much of a drawing was entered or taken. */
export interface Coverage {
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly string[];
}

export function coverageOf(all: readonly string[], seen: ReadonlySet<string>): Coverage {
  const missing = all.filter((id) => !seen.has(id));
  return { covered: all.length - missing.length, total: all.length, missing };
}
