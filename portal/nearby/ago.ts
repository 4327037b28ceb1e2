/** How long ago something was, in whole minutes up to an hour, then hours, then days; nothing for less than a minute. */
export const ago = (then: string, now: string): { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' } | undefined => {
  const minutes = Math.floor((Date.parse(now) - Date.parse(then)) / 60_000);
  if (minutes < 1) return undefined;
  if (minutes < 60) return { amount: minutes, unit: 'minute' };
  return minutes < 2_880 ? { amount: Math.floor(minutes / 60), unit: 'hour' } : { amount: Math.floor(minutes / 1_440), unit: 'day' };
};
