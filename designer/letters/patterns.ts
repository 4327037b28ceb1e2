import { officeDate } from '../../engine/calendar/office-day.ts';
import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { isInForce } from '../../procedures/in-force.ts';
import type { Letter } from '../../procedures/procedure.ts';
import type { Static } from 'typebox';
import listed from './patterns.json' with { type: 'json' };

/** What `procedure.json` says of a letter besides its names. */
export type Listing = Pick<Static<typeof Letter>, 'purpose' | 'posted' | 'source' | 'mark'>;
/** A letter to begin from, which speaks only of what every procedure has; forms of the law are in force from a day to a day. */
export interface Pattern extends Listing {
  readonly from?: string;
  readonly to?: string;
  readonly letter: LetterTemplate;
}
export type PatternName = keyof typeof listed;

export const patterns = listed as unknown as Readonly<Record<PatternName, Pattern>>;
/** Those in force on a day of the office; today's without one. */
export const patternNames = (day = officeDate(new Date().toISOString())): readonly PatternName[] => (Object.keys(patterns) as PatternName[]).filter((name) => isInForce(patterns[name], day));
