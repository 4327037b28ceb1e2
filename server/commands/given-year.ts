import { usualYear } from '../seed/seed.ts';
import { textOption, UsageError, type Given } from './command.ts';

/** How many dossiers of the past year `--year` asks for. */
export function givenYear(given: Given): number {
  const text = textOption(given, 'year');
  if (text === undefined) return usualYear;
  if (!/^\d{1,4}$/.test(text)) throw new UsageError(`expected --year to be a number of dossiers up to 9999, but it is "${text}"`);
  return Number(text);
}
