import { Type, type Static } from 'typebox';
import { Id, Instant, Line, LocalText, PersonName, ProcedureKey, orNull, shape } from './shape.ts';

/** A kind of unit, as competence rules name it. */
const UnitKind = Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 });
const Document = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

/** From `from` until just before `to`, units of the kind `toKind` decide what the rule of competence gives to `fromKind`. */
export const LevelDelegation = shape({
  id: Id, procedure: ProcedureKey, fromKind: UnitKind, toKind: UnitKind, document: Line, from: Instant, to: orNull(Instant), givenAt: Instant, givenBy: orNull(PersonName),
});
export type LevelDelegation = Static<typeof LevelDelegation>;

/** All that was delegated, the kinds that each published procedure's rule of competence names, and those that there are. */
export const LevelDelegations = shape({
  at: Instant, delegations: Type.Array(LevelDelegation),
  procedures: Type.Array(shape({ key: ProcedureKey, name: LocalText, kinds: Type.Array(UnitKind) })),
  kinds: Type.Array(shape({ kind: UnitKind, example: LocalText })),
});
export type LevelDelegations = Static<typeof LevelDelegations>;

export const DelegateLevel = shape({ procedure: ProcedureKey, fromKind: UnitKind, toKind: UnitKind, document: Document, from: Instant, to: orNull(Instant) });
export type DelegateLevel = Static<typeof DelegateLevel>;

/** It holds until just before `at`; `note` says why. */
export const EndDelegation = shape({ at: Instant, note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) });
