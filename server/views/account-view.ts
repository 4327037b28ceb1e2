import type { Transaction } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { Actor } from '../access/actor.ts';
import type { Account, SessionView } from '../api/session.ts';

const designerRoles = new Set(['process_designer', 'admin']);

/** "079*******12" */
export const maskedNumber = (text: string): string => (text.length < 6 ? '***' : `${text.slice(0, 3)}${'*'.repeat(text.length - 5)}${text.slice(-2)}`);

/** "Nguyễn V** A**": the family name, and the first letter of each other word. */
export function maskedName(name: string): string {
  const [family = '', ...rest] = name.trim().split(/\s+/);
  return [family, ...rest.map((word) => `${[...word][0] ?? ''}**`)].join(' ');
}

export async function sessionView(tx: Transaction, actor: Actor | undefined, sample: boolean): Promise<SessionView> {
  return actor === undefined ? { account: null, expires: null, sample } : { account: await accountView(tx, actor), expires: actor.expires, sample };
}

async function accountView(tx: Transaction, { account, roles }: Actor): Promise<Account> {
  const units = await tx.units.find({ id: { in: roles.map(({ unitId }) => unitId) } });
  const nameOf = (id: string) => ({ id, name: units.find((unit) => unit.id === id)?.name ?? { vi: id, en: id } });
  const delegators = await tx.accounts.find({ id: { in: roles.flatMap(({ delegatedBy }) => delegatedBy ?? []) } });
  return {
    id: account.id, kind: account.kind, name: account.name,
    ...(account.idNo === null ? {} : { idNoMasked: maskedNumber(account.idNo) }),
    phone: account.phone, email: account.email,
    roles: roles.map((held) => ({
      role: held.role, like: held.like, unit: nameOf(held.unitId), until: held.validTo,
      delegatedBy: delegators.find(({ id }) => id === held.delegatedBy)?.name ?? null,
    })),
    password: account.passwordHash !== null,
    faces: facesOf(account, roles.map(({ role }) => role)),
  };
}

function facesOf(account: AccountRow, roles: readonly string[]): Account['faces'] {
  if (account.kind === 'citizen') return ['portal'];
  return roles.length === 0 ? [] : ['desk', ...(roles.some((role) => designerRoles.has(role)) ? (['designer'] as const) : [])];
}
