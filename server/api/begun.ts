import { Type, type Static } from 'typebox';
import { DossierRow } from './desk.ts';
import { Instant, Line, LocalText, PersonName, Role, UnitName, orNull, shape } from './shape.ts';

/** `open`: what goes on, first due first, at most 500; `ended`: the newest first, in pages. */
export const BegunQuery = shape({ list: Type.Optional(Type.Enum(['open', 'ended'])), cursor: Type.Optional(Type.String({ maxLength: 300 })) });

/** A dossier that the reader began: whose turn it is (others before the reader, then what is open longest), and what was done last. */
export const BegunRow = shape({
  ...DossierRow.properties,
  turns: Type.Array(shape({ name: LocalText, role: Role, unit: UnitName, person: orNull(PersonName) })),
  last: orNull(shape({ name: LocalText, by: orNull(PersonName), at: Instant })),
});
export type BegunRow = Static<typeof BegunRow>;
export const BegunRows = shape({ dossiers: Type.Array(BegunRow), next: orNull(Line) });
