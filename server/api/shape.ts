import { Type, type TProperties, type TSchema, type Static } from 'typebox';
import type { Json } from '../../engine/state.ts';
import { RoleCode } from '../../procedures/own-role.ts';

/** An object with exactly these members: an unknown member is refused, never ignored. */
export const shape = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false });

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Names, ids and other one-line texts; longer ones state their own limit. */
export const Line = Type.String({ minLength: 1, maxLength: 500 });
export const Text = Type.String({ minLength: 1, maxLength: 10_000 });

/** Opaque id of a row. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

/** UTC instant, ISO 8601 with `Z`. */
export const Instant = Type.String({ format: 'date-time' });

/** A number of things: rows, bytes, versions. Small enough to be counted on without rounding. */
export const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

/** Amount in đồng, an integer. */
export const Money = Type.Integer({ minimum: 0 });

/** A sentence in both languages; elements of a drawing stand in brackets by their ids. */
export const Sentence = shape({ message: Type.String({ maxLength: 2000 }), messageVi: Type.String({ maxLength: 2000 }) });
export type Sentence = Static<typeof Sentence>;

/** One text in both languages. */
export const LocalText = shape({ vi: Type.String(), en: Type.String() });
export type LocalText = Static<typeof LocalText>;

/** Any JSON value; what it may be is decided by a form's own schema. */
export const AnyJson = Type.Unsafe<Json>({});
export const AnyObject = Type.Unsafe<{ readonly [key: string]: Json }>({ type: 'object' });

/** Key of a procedure: the name of its folder. */
export const ProcedureKey = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });

/** Content hash that names a procedure version or a file. */
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const ProcedureName = shape({ key: ProcedureKey, name: LocalText });
export type ProcedureName = Static<typeof ProcedureName>;

export const UnitName = shape({ id: Id, name: LocalText });
export type UnitName = Static<typeof UnitName>;

export const PersonName = shape({ id: Id, name: Line });
export type PersonName = Static<typeof PersonName>;

/** The code of a role: of the glossary, or one that a procedure has added; `applicant` is the citizen who filed. */
export const Role = RoleCode;
