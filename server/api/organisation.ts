import { Type, type Static } from 'typebox';
import { Count, Line, LocalText, Role, shape } from './shape.ts';

const Day = Type.String({ format: 'date' });
export const UnitId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 });
const Called = Type.Intersect([LocalText, Type.Object({ vi: Type.String({ minLength: 1, maxLength: 300 }), en: Type.String({ minLength: 1, maxLength: 300 }) })]);

/** A unit of the tree from the first day on, to the end of the last, if it has one. `code` stands in the codes of its dossiers, `kind` is what rules of competence say. */
export const ListedUnit = shape({
  id: UnitId, code: Type.String({ pattern: '^[A-Z0-9]+([.-][A-Z0-9]+)*$', maxLength: 40 }), name: Called, kind: UnitId, parent: Type.Optional(UnitId),
  /** Of its working time; without it that of its parent. */
  calendar: Type.Optional(UnitId),
  from: Day, to: Type.Optional(Day),
});
export type ListedUnit = Static<typeof ListedUnit>;

/** A role of a person, who has as many of these as they have roles. */
export const ListedRole = shape({
  login: Type.String({ pattern: '^[a-z0-9]+([._-][a-z0-9]+)*$', minLength: 2, maxLength: 60 }), name: Line, title: Type.Optional(Line), role: Role, unit: UnitId, from: Day, to: Type.Optional(Day),
});
export type ListedRole = Static<typeof ListedRole>;

/** Units and staff as lists: what is not there yet is added, what is there is left or ended. With `check`, nothing is kept. */
export const Organisation = shape({
  units: Type.Optional(Type.Array(ListedUnit, { maxItems: 2000 })),
  staff: Type.Optional(Type.Array(ListedRole, { maxItems: 2000 })),
});
export type Organisation = Static<typeof Organisation>;
export const TakeOrganisation = shape({ ...Organisation.properties, check: Type.Boolean() });

/** A fault of an entry, counted from 0. */
export const ListFault = shape({ list: Type.Enum(['units', 'staff']), index: Count, member: Line, message: LocalText });
export type ListFault = Static<typeof ListFault>;

/** How much the lists come to. */
export const ListsTaken = shape({ units: shape({ added: Count, renamed: Count, ended: Count, known: Count }), staff: shape({ accounts: Count, roles: Count, known: Count }) });
export type ListsTaken = Static<typeof ListsTaken>;

/** What the lists come to. With faults nothing is kept. First passwords are told this once. */
export const OrganisationTaken = shape({
  ...ListsTaken.properties,
  faults: Type.Array(ListFault),
  passwords: Type.Array(shape({ login: Line, name: Line, password: Line })),
});
export type OrganisationTaken = Static<typeof OrganisationTaken>;
