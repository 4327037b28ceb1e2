import { parseTimeLimit } from './limit.ts';

export const minutesOfADay = 8 * 60;

/** A limit in working minutes, a working day being eight hours; undefined when it cannot be read. Days and hours by the calendar count as if all were worked. */
export const workingMinutes = (limit: string): number | undefined => {
  try {
    const read = parseTimeLimit(limit);
    if (read.unit === 'same_day') return minutesOfADay;
    if (read.unit === 'until') return undefined;
    return read.amount * (read.unit.endsWith('day') ? minutesOfADay : read.unit.endsWith('hour') ? 60 : 1);
  } catch {
    return undefined;
  }
};
