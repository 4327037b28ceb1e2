import { Type, type Static } from 'typebox';
import { Id, Instant, Line, LocalText, Role, UnitName, orNull, shape } from './shape.ts';

/** What a staff member may do, where, and for whom between which dates. */
export const RoleHeld = shape({ role: Role, /** The standard role whose rights it has. */ like: Role, unit: UnitName, until: orNull(Instant), delegatedBy: orNull(Line) });
export type RoleHeld = Static<typeof RoleHeld>;

export const Account = shape({
  id: Id,
  kind: Type.Enum(['citizen', 'staff']),
  name: Line,
  /** Identity number, shown masked ("079*******12"); absent for staff. */
  idNoMasked: Type.Optional(Line),
  phone: orNull(Line),
  email: orNull(Line),
  roles: Type.Array(RoleHeld),
  /** Whether it signs in with a password of the house, which its owner may change. */
  password: Type.Boolean(),
  faces: Type.Array(Type.Enum(['portal', 'desk', 'designer'])),
});
export type Account = Static<typeof Account>;

export const SessionView = shape({
  account: orNull(Account),
  /** When the session ends if nothing is done, and when it ends in any case. */
  expires: orNull(shape({ idle: Instant, absolute: Instant })),
  /** True while the data is fictional: every page says so. */
  sample: Type.Boolean(),
});
export type SessionView = Static<typeof SessionView>;

/** Ways to sign in; `samples` lists the fictional accounts and their common password, absent in a real installation. */
export const SignInOptions = shape({
  password: Type.Boolean(),
  openid: orNull(shape({ name: LocalText, url: Line })),
  samples: Type.Array(shape({
    username: Line, name: Line, kind: Type.Enum(['citizen', 'staff']), role: orNull(Role), roleName: orNull(LocalText), unit: orNull(LocalText), password: Line,
  })),
});
export type SignInOptions = Static<typeof SignInOptions>;

export const SignIn = shape({ username: Type.String({ minLength: 1, maxLength: 200 }), password: Type.String({ minLength: 1, maxLength: 200 }) });
export type SignIn = Static<typeof SignIn>;

/** `next` has at least ten signs, and is neither `current` nor the name one signs in with. */
export const ChangePassword = shape({ current: Type.String({ minLength: 1, maxLength: 200 }), next: Type.String({ minLength: 1, maxLength: 200 }) });
export type ChangePassword = Static<typeof ChangePassword>;

export const OpenIdStart = shape({ return: Type.Optional(Type.String({ pattern: '^/([^/\\\\].*)?$', maxLength: 500 })) });
export const OpenIdAnswer = Type.Object({ state: Type.Optional(Type.String({ maxLength: 500 })), code: Type.Optional(Type.String({ maxLength: 2000 })) });

