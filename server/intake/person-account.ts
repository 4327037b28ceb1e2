import type { Transaction } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { Person } from './read-message.ts';

/** The sign-in name of an account that nobody has signed in to yet: it opens by no password. */
export const unclaimedLogin = (idNo: string): string => `person:${idNo}`;

/**
 * The account of a person whom a portal vouches for, by their identity number: the one they sign in to, else one that waits for them until they
 * sign in with that number (session/openid.ts). Two messages at once give one.
 */
export async function personAccount(tx: Transaction, person: Person, at: string, newId: () => string): Promise<AccountRow> {
  const known = await tx.accounts.find({ idNo: person.idNo, kind: 'citizen', active: true }, { order: [['createdAt', 'asc'], ['id', 'asc']], limit: 20 });
  const own = known.find(({ subject }) => subject !== null) ?? known[0];
  if (own !== undefined) return own;
  const login = unclaimedLogin(person.idNo);
  const row: AccountRow = {
    id: newId(), kind: 'citizen', login, passwordHash: null, subject: null, name: person.name, title: null, idNo: person.idNo,
    phone: person.phone?.replaceAll(/[^0-9+]/g, '') ?? null, email: person.email, language: 'vi', active: true, createdAt: at,
  };
  if (await tx.accounts.insertIfAbsent(row)) return row;
  const first = await tx.accounts.first({ login });
  if (first?.active !== true) throw new Error('expected the account that another message of the same person made, but there is none that is active');
  return first;
}
