import { textOption, UsageError, type Given } from './command.ts';

/** The instant of `--at`, in UTC; undefined when it was not given. */
export function givenInstant(given: Given): string | undefined {
  const at = textOption(given, 'at');
  if (at === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(at) || Number.isNaN(Date.parse(at)) || !isDay(at.slice(0, 10))) throw new UsageError(`expected --at to be an instant such as 2026-11-20T02:00:00Z, but it is "${at}"`);
  return new Date(at).toISOString();
}

/** JavaScript takes 30 February for 2 March. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
