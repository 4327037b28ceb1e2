import { Type, type Static } from 'typebox';
import { PackagePath, seen } from './designer.ts';
import { Count, Hash, Instant, Line, LocalText, ProcedureKey, orNull, shape } from './shape.ts';

const SourceVersion = shape({ hash: Hash, number: Count, publishedAt: Instant, note: orNull(Line) });

/** How a package stands to the one that it was adopted from; null when it was not adopted. */
export const Adoption = shape({
  adopted: orNull(shape({
    from: ProcedureKey, name: LocalText,
    /** The version that it stands on, and the one that the source offers now; null: this house has none. */
    taken: orNull(SourceVersion), offered: orNull(SourceVersion),
    /** Files that differ between the two and here: the source's is taken, the adopter's is kept, or a person chooses. `kept`: places in procedure.json that stay the adopter's. */
    updates: Type.Array(shape({ path: PackagePath, way: Type.Enum(['take', 'keep', 'choose']), kept: Type.Array(Line) })),
  })),
});
export type Adoption = Static<typeof Adoption>;

/** Lays a version of the source into the draft. Each file to choose needs a choice, else `invalid` names it; what is kept may be given up for the source's. */
export const TakeUpdate = shape({ ...seen, version: Hash, choices: Type.Array(shape({ path: PackagePath, take: Type.Enum(['mine', 'theirs']) }), { maxItems: 300 }) });
export type TakeUpdate = Static<typeof TakeUpdate>;
