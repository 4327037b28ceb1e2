import { officeDate } from '../engine/calendar/office-day.ts';
import type { Data, Json } from '../engine/state.ts';

/** `filing` in a dossier's data: the instant at which it came in, the day of the office by which rules that changed are chosen, how it came, and how its result is wanted. */
export const filingFacts = (at: string, channel: string, delivery: Json = null): Data => ({ at, day: officeDate(at), channel, delivery });
