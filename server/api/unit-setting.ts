import { Type, type Static } from 'typebox';
import { ParameterKind } from '../../procedures/procedure.ts';
import { Id, Instant, Line, LocalText, PersonName, ProcedureKey, UnitName, orNull, shape } from './shape.ts';

/** A text in both languages, a number, or yes and no. */
const Value = Type.Union([shape({ vi: Type.String({ minLength: 1, maxLength: 500 }), en: Type.String({ minLength: 1, maxLength: 500 }) }), Type.Number(), Type.Boolean()]);
const Name = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,60}$' });

/** What a unit set from `from` on, until something else was set; a value of null takes it back. Without a procedure it holds in all. */
export const UnitSetting = shape({ id: Id, procedure: orNull(ProcedureKey), name: Name, value: orNull(Value), document: orNull(Line), from: Instant, setAt: Instant, setBy: orNull(PersonName) });
export type UnitSetting = Static<typeof UnitSetting>;

/** All that a unit set, the newest first, and what published procedures let units set. */
export const UnitSettings = shape({
  at: Instant, today: Type.String({ format: 'date' }), unit: UnitName, settings: Type.Array(UnitSetting),
  /** What it may say of itself whatever the procedure. */
  words: Type.Array(shape({ name: Name, label: LocalText, kind: ParameterKind, needsDocument: Type.Boolean() })),
  procedures: Type.Array(shape({ key: ProcedureKey, name: LocalText, parameters: Type.Array(shape({ name: Name, label: LocalText, hint: orNull(LocalText), kind: ParameterKind, usual: Value })) })),
});
export type UnitSettings = Static<typeof UnitSettings>;

export const SetUnit = shape({ procedure: orNull(ProcedureKey), name: Name, value: orNull(Value), document: orNull(Line), from: Instant });
export type SetUnit = Static<typeof SetUnit>;
