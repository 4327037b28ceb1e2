import type { Store } from '../../storage/store.ts';
import { heldRoles } from '../access/held-roles.ts';
import type { Actor } from '../access/actor.ts';
import { hashOf, newSecret } from './secrets.ts';

const minutes = 60_000;
const idleFor = 60 * minutes;
const atMost = 12 * 60 * minutes;
/** How stale `seenAt` may be: not every reading request writes. */
const freshFor = 1 * minutes;

const later = (at: string, by: number): string => new Date(Date.parse(at) + by).toISOString();

/** Begins a session and answers its secret, which is kept nowhere but in the cookie. */
export async function beginSession(store: Store, accountId: string, at: string, agent: string): Promise<string> {
  const secret = newSecret();
  await store.transaction((tx) => tx.sessions.insert({
    id: hashOf(secret), accountId, createdAt: at, seenAt: at, expiresAt: later(at, atMost), endedAt: null, agent: agent.slice(0, 200) || null,
  }));
  return secret;
}

export async function endSession(store: Store, session: string, at: string): Promise<void> {
  await store.transaction((tx) => tx.sessions.update({ id: session, endedAt: null }, { endedAt: at }));
}

/** Who the cookie's secret stands for now: an ended or outlived session, or an account that was closed, is nobody. */
export async function actorOfSecret(store: Store, secret: string, at: string): Promise<Actor | undefined> {
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? actorOfSession(store, hashOf(secret), at) : undefined;
}

/** Who a session is of, and what they may do at this instant. Using it keeps it from idling out. */
export async function actorOfSession(store: Store, id: string, at: string): Promise<Actor | undefined> {
  const found = await store.read(async (tx) => {
    const session = await tx.sessions.first({ id, endedAt: null, expiresAt: { gt: at }, seenAt: { gt: later(at, -idleFor) } });
    if (session === undefined) return undefined;
    const [account, roles] = await Promise.all([tx.accounts.first({ id: session.accountId, active: true }), heldRoles(tx, session.accountId, at)]);
    return account === undefined ? undefined : { session, account, roles };
  });
  if (found === undefined) return undefined;
  if (found.session.seenAt < later(at, -freshFor)) {
    await store.transaction((tx) => tx.sessions.update({ id, endedAt: null }, { seenAt: at }));
  }
  return { account: found.account, roles: found.roles, session: id, expires: { idle: later(at, idleFor), absolute: found.session.expiresAt } };
}
