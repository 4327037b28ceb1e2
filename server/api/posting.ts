import { Type, type Static } from 'typebox';
import { Id, Instant, Line, LocalText, ProcedureName, UnitName, orNull, shape } from './shape.ts';

/** A paper that the law has posted publicly for so many days: what it is about, by its place, and where it is to be read. Nobody is named. */
export const Posting = shape({ id: Id, title: LocalText, number: orNull(Line), procedure: ProcedureName, unit: UnitName, about: orNull(Line), from: Instant, to: Instant });
export type Posting = Static<typeof Posting>;
export const Postings = shape({ at: Instant, fictional: Type.Boolean(), postings: Type.Array(Posting) });
export type Postings = Static<typeof Postings>;
