import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Access } from '../api/route.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { HeldRole } from './held-roles.ts';
import type { Program } from '../session/programs.ts';

/** Who acts, with the rights they hold at this very request. */
export interface Actor {
  readonly account: AccountRow;
  readonly roles: readonly HeldRole[];
  /** Hash of the session's secret. */
  readonly session: string;
  readonly expires: { readonly idle: string; readonly absolute: string };
}

/** The same, without what belongs to a request: so the machine looks on somebody's behalf. */
export type Person = Pick<Actor, 'account' | 'roles'>;

/** The actor as a route with this access receives it. */
export type ActorOf<A extends Access> = A extends 'anyone' ? Actor | undefined : A extends 'program' ? Program : Actor;

const designers = new Set(['process_designer', 'admin']);
/** Roles that head a unit. */
export const heads: ReadonlySet<string> = new Set(['section_head', 'centre_head']);

/** Deny by default: whether the actor may call a route at all. What they reach there is decided by scope.ts. */
export function mayCall(access: Access, actor: Actor | undefined): boolean {
  if (access === 'anyone') return true;
  if (actor === undefined) return false;
  switch (access) {
    case 'account': return true;
    case 'program': return false;
    case 'citizen': return actor.account.kind === 'citizen';
    case 'staff': return actor.account.kind === 'staff' && actor.roles.length > 0;
    case 'designer': return actor.account.kind === 'staff' && actor.roles.some(({ role }) => designers.has(role));
    case 'admin': return actor.account.kind === 'staff' && actor.roles.some(({ role }) => role === 'admin');
  }
}

/** Throws sign-in-required for nobody, forbidden for the wrong somebody. */
export function demandAccess(access: Access, actor: Actor | undefined): void {
  if (mayCall(access, actor)) return;
  throw new ProblemError(actor === undefined ? 'sign-in-required' : 'forbidden');
}

/** Whether the actor holds one of the step's roles in its unit. */
export const holdsStep = (actor: Actor, task: Pick<TaskRow, 'roles' | 'unitId'>): boolean => actor.roles.some(({ role, unitId }) => task.roles.includes(role) && unitId === task.unitId);

/** Heads of the step's unit may give it to someone, or take it from someone's hands. */
export const headsUnitOf = (actor: Actor, task: Pick<TaskRow, 'unitId'>): boolean =>
  actor.roles.some(({ like, unitId }) => unitId === task.unitId && heads.has(like));
