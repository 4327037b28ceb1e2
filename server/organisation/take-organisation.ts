import type { Transaction } from '../../storage/store.ts';
import type { Organisation, OrganisationTaken } from '../api/organisation.ts';
import { knownRole, offeredRoles } from '../designer/offered-roles.ts';
import type { Services } from '../services.ts';
import { firstPassword } from '../session/new-password.ts';
import { hashPassword } from '../session/passwords.ts';
import { examine, type NewAccount, type Plan } from './examine.ts';

/** How the log of the house calls it. */
export const takenKind = 'organisation.take';

type Taking = Pick<Services, 'store' | 'now' | 'newId'>;

/** New people in one go: making a password's hash takes time on purpose. */
const mostAccounts = 500;

/** What the lists would come to, without keeping anything. */
export const checkOrganisation = async ({ store, now }: Taking, asked: Organisation): Promise<OrganisationTaken> =>
  taken(limited(examine(asked, await store.read((tx) => houseOf(tx, now())))), []);

/** Keeps the lists, all or nothing; with faults nothing. Each new person gets a first password, which is answered this once. */
export async function takeOrganisation({ store, now, newId }: Taking, asked: Organisation, by: string): Promise<OrganisationTaken> {
  const at = now();
  const first = limited(examine(asked, await store.read((tx) => houseOf(tx, at))));
  if (first.faults.length > 0) return taken(first, []);
  // hashed before anything is locked
  const passwords = first.accounts.map(({ login, name }) => ({ login, name, password: firstPassword() }));
  const hashes = new Map(await Promise.all(passwords.map(async ({ login, password }) => [login, await hashPassword(password)] as const)));
  return store.transaction(async (tx) => {
    const plan = examine(asked, await houseOf(tx, at));
    if (plan.faults.length > 0) return taken(plan, []);
    for (const unit of plan.added) await tx.units.insert(unit);
    for (const { id, name } of plan.renamed) await tx.units.update({ id }, { name });
    for (const { id, validTo } of plan.ended) await tx.units.update({ id }, { validTo });
    const accounts = new Map<string, string>((await tx.accounts.find({ kind: 'staff' }, { limit: 100_000 })).map(({ login, id }) => [login, id]));
    for (const account of plan.accounts) accounts.set(account.login, await insertAccount(tx, account, { id: newId(), passwordHash: hashes.get(account.login) ?? null, at }));
    for (const role of new Set(plan.roles.map((one) => one.role))) await knownRole(tx, role, { account: by, at });
    for (const { login, ...role } of plan.roles) await tx.roleAssignments.insert({ id: newId(), accountId: accounts.get(login)!, ...role, delegatedBy: null, document: null, createdAt: at, createdBy: by });
    const result = taken(plan, passwords.filter(({ login }) => plan.accounts.some((account) => account.login === login)));
    if (plan.added.length + plan.renamed.length + plan.ended.length + plan.roles.length > 0) await tx.houseLog.insert({ id: newId(), at, actor: by, kind: takenKind, subject: 'roles', note: '', detail: { units: result.units, staff: result.staff } });
    return result;
  });
}

async function houseOf(tx: Transaction, at: string) {
  return {
    at, units: await tx.units.find({}, { limit: 100_000 }), calendars: (await tx.calendars.find({})).map(({ id }) => id),
    staff: await tx.accounts.find({ kind: 'staff' }, { limit: 100_000 }), roles: await tx.roleAssignments.find({}, { limit: 1_000_000 }),
    roleCodes: (await offeredRoles(tx)).map(({ role }) => role),
  };
}

async function insertAccount(tx: Transaction, { login, name, title }: NewAccount, { id, passwordHash, at }: { readonly id: string; readonly passwordHash: string | null; readonly at: string }): Promise<string> {
  await tx.accounts.insert({ id, kind: 'staff', login, passwordHash, subject: null, name, title, idNo: null, phone: null, email: null, language: 'vi', active: true, createdAt: at });
  return id;
}

function limited(plan: Plan): Plan {
  if (plan.accounts.length <= mostAccounts) return plan;
  const message = { vi: `có ${plan.accounts.length} người mới; mỗi lần nhiều nhất ${mostAccounts}, hãy chia danh sách`, en: `there are ${plan.accounts.length} new people, at most ${mostAccounts} at a time: split the list` };
  return { ...plan, faults: [...plan.faults, { list: 'staff', index: 0, member: 'login', message }] };
}

const taken = ({ added, renamed, ended, accounts, roles, known, faults }: Plan, passwords: OrganisationTaken['passwords']): OrganisationTaken => ({
  units: { added: added.length, renamed: renamed.length, ended: ended.length, known: known.units }, staff: { accounts: accounts.length, roles: roles.length, known: known.roles }, faults: faults.slice(0, 200), passwords,
});
