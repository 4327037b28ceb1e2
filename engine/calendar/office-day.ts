const day = 86_400_000;

/** Roles hold by days of the office, whose clock is seven hours ahead of UTC: from the first moment of a day. */
export const firstMoment = (date: string): string => new Date(`${date}T00:00:00+07:00`).toISOString();
/** Until the end of a day: the first moment of the next, which is not included any more. */
export const endOf = (date: string): string => new Date(Date.parse(firstMoment(date)) + day).toISOString();
/** The last day on which something holds that ends at an instant. */
export const lastDay = (end: string): string => officeDate(new Date(Date.parse(end) - 1).toISOString());
/** The date of an instant at the office. */
export const officeDate = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
