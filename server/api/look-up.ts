import { Type, type Static } from 'typebox';
import { Line, LocalText, orNull, shape } from './shape.ts';

/** What the house looked up for an application, or a system outside answered to a step: in words, of which day, and from where. */
export const LookedUp = shape({ name: LocalText, said: LocalText, found: Type.Boolean(), day: orNull(Line), sources: Type.Array(shape({ title: LocalText, source: Line, sourceDate: Line })) });
export type LookedUp = Static<typeof LookedUp>;

/** The same beside the question that it is about; `suggested`: the answer that it means, null where it means none. */
export const LookedUpAt = shape({ ...LookedUp.properties, question: Line, suggested: orNull(Type.Union([Type.String(), Type.Number(), Type.Boolean()])) });
export type LookedUpAt = Static<typeof LookedUpAt>;
export const LookedUpNow = shape({ lookUps: Type.Array(LookedUpAt) });
