import { Type, type Static } from 'typebox';
import { HouseChange } from './calendar.ts';
import { Count, Id, Instant, Line, LocalText, PersonName, Role, UnitName, orNull, shape } from './shape.ts';

/** A role that somebody holds somewhere for some time; with `delegatedBy` for another, under `document`. Never deleted, only ended. */
export const RoleGiven = shape({
  id: Id, role: Role, unit: UnitName, from: Instant, to: orNull(Instant), delegatedBy: orNull(PersonName), document: orNull(Line), givenAt: Instant, givenBy: orNull(PersonName),
  /** Steps that this person has in hand in this role and unit. */
  inHand: Count,
});
export type RoleGiven = Static<typeof RoleGiven>;

export const StaffMember = shape({ id: Id, name: Line, title: orNull(Line), active: Type.Boolean(), roles: Type.Array(RoleGiven) });
export type StaffMember = Static<typeof StaffMember>;

export const UnitNode = shape({ id: Id, code: Line, name: LocalText, kind: Line, parent: orNull(Id), from: Instant, to: orNull(Instant) });
export type UnitNode = Static<typeof UnitNode>;

/** The house: units as a tree by `parent`, its staff, and what administrators changed of late. */
export const HouseOfPeople = shape({ at: Instant, units: Type.Array(UnitNode), staff: Type.Array(StaffMember), changes: Type.Array(HouseChange) });
export type HouseOfPeople = Static<typeof HouseOfPeople>;

/** From `from` until just before `to`. Of another's role: `delegatedBy` who holds it for all of that time, and the `document`. */
/** What roles are called, and the rights of each; `like` is null for a standard one. */
export const Roles = shape({ roles: Type.Array(shape({ role: Role, name: LocalText, like: orNull(Role) })) });
export type Roles = Static<typeof Roles>;

export const GiveRole = shape({ role: Role, unit: Id, from: Instant, to: orNull(Instant), delegatedBy: Type.Optional(Id), document: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })) });
export type GiveRole = Static<typeof GiveRole>;

/** Told this once; all that was signed in with the old one is signed out. */
export const PasswordGiven = shape({ login: Line, password: Line });

/** It holds until just before `at`; `note` says why. */
export const EndRole = shape({ at: Instant, note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) });
