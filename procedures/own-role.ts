import { Type, type Static } from 'typebox';
import { rolesToBeLike } from './role.ts';

/** The code of a role. */
export const RoleCode = Type.String({ pattern: '^[a-z][a-z0-9_]{1,39}$' });

const Words = Type.String({ minLength: 1, maxLength: 100 });

/** A role that a procedure adds to the standard ones: what people call it, and the standard role whose rights at the desk it has. A step that names one is done by nobody else. */
export const OwnRole = Type.Object({ name: Type.Object({ vi: Words, en: Words }, { additionalProperties: false }), like: Type.Enum(rolesToBeLike) }, { additionalProperties: false });
export type OwnRole = Static<typeof OwnRole>;
