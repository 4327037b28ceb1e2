const durationText = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const cycleText = /^R\d*\/(?:(.+)\/)?(P.+)$/;

/** The UTC instant an ISO 8601 duration after `at`, in months and days of UTC; `undefined` when it is no such duration. */
export const after = (at: string, duration: string): string | undefined => {
  const parts = durationText.exec(duration)?.slice(1).map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts as [number, number, number, number, number, number, number];
  const from = new Date(at);
  const month = from.getUTCMonth() + years * 12 + months;
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDay) + weeks * 7 + days);
  const time = from.getTime() - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  const due = new Date(day + time + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Number.isNaN(due.getTime()) ? undefined : due.toISOString();
};

/**
 * When an ISO 8601 timer set at `from` is due next, as a UTC instant: a date, a duration, or a cycle `R[n]/[start/]duration`.
 * `undefined` when the text is no ISO 8601, such as a limit in working time.
 */
export const isoDue = (timer: { readonly type: 'date' | 'duration' | 'cycle'; readonly value: string }, from: string): string | undefined => {
  if (timer.type === 'date') return Number.isNaN(Date.parse(timer.value)) ? undefined : new Date(timer.value).toISOString();
  if (timer.type === 'duration') return after(from, timer.value);
  const [, begin, duration] = cycleText.exec(timer.value) ?? [];
  if (duration === undefined) return undefined;
  if (begin !== undefined && Date.parse(begin) > Date.parse(from)) return new Date(begin).toISOString();
  return after(from, duration);
};
