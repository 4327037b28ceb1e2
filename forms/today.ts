/** The calendar day of a UTC instant in Vietnam (UTC+7, no summer time), as yyyy-mm-dd. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
