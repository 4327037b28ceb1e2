/**
 * A `procedure.json` as it is written today: an earlier release wrote one time limit where a list of them stands now.
 * Packages that were stored then are read as they are, and drafts of them are written so when they are next edited.
 */
export function asWrittenToday(value: unknown): unknown {
  const limit = (value as { readonly timeLimit?: unknown } | null)?.timeLimit;
  return typeof limit === 'object' && limit !== null && !Array.isArray(limit) ? { ...(value as object), timeLimit: [limit] } : value;
}
