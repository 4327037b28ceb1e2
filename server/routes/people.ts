import type { Transaction } from '../../storage/store.ts';
import type { RoleAssignmentRow } from '../../storage/tables/role-assignments.ts';
import type { GiveRole, RoleGiven } from '../api/people.ts';
import { roleName } from '../../procedures/role.ts';
import { addedRoles } from '../access/held-roles.ts';
import { knownRole, offeredRoles } from '../designer/offered-roles.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { firstPassword, replacePassword } from '../session/new-password.ts';
import { hashPassword } from '../session/passwords.ts';
import { changesOf } from '../views/house-changes.ts';
import { namesOf, type Names } from '../views/names.ts';

const day = 86_400_000;
const subject = 'roles';
const invalid = (path: string, message: string): ProblemError => new ProblemError('invalid', { errors: [{ path, message }] });

export const peopleHandlers = ({ store, newId }: Services) => {
  const view = (row: RoleAssignmentRow, names: Names, inHand: number): RoleGiven => ({
    id: row.id, role: row.role, unit: names.unit(row.unitId), from: row.validFrom, to: row.validTo, delegatedBy: names.person(row.delegatedBy),
    document: row.document, givenAt: row.createdAt, givenBy: names.person(row.createdBy), inHand,
  });
  const viewOf = async (tx: Transaction, row: RoleAssignmentRow) =>
    view(row, await namesOf(tx, [row.unitId], [row.delegatedBy, row.createdBy]), await tx.tasks.count({ status: 'open', claimedBy: row.accountId, role: row.role, unitId: row.unitId }));

  return {
    'GET /api/roles': () => store.read(async (tx) => ({ roles: await offeredRoles(tx) })),

    'GET /api/people': ({ at }) => store.read(async (tx) => {
      const units = await tx.units.find({}, { order: [['code', 'asc']], limit: 10_000 });
      const accounts = await tx.accounts.find({ kind: 'staff' }, { order: [['name', 'asc']], limit: 10_000 });
      const rows = await tx.roleAssignments.find({}, { order: [['validFrom', 'asc'], ['id', 'asc']], limit: 100_000 });
      const names = await namesOf(tx, units.map(({ id }) => id), rows.flatMap(({ delegatedBy, createdBy }) => [delegatedBy, createdBy]));
      const place = ({ accountId, role, unitId }: { readonly accountId: string | null; readonly role: string; readonly unitId: string }): string => `${accountId} ${role} ${unitId}`;
      const hands = new Map<string, number>();
      for (const { claimedBy, role, unitId } of await tx.tasks.find({ status: 'open', claimedBy: { not: null } }, { limit: 100_000 })) {
        const key = place({ accountId: claimedBy, role, unitId });
        hands.set(key, (hands.get(key) ?? 0) + 1);
      }
      const held = Map.groupBy(rows, ({ accountId }) => accountId);
      const staff = accounts.map(({ id, name, title, active }) => ({ id, name, title, active, roles: (held.get(id) ?? []).map((row) => view(row, names, hands.get(place(row)) ?? 0)) }));
      return { at, units: units.map(({ id, code, name, kind, parentId, validFrom, validTo }) => ({ id, code, name, kind, parent: parentId, from: validFrom, to: validTo })), staff, changes: await changesOf(tx, subject) };
    }),

    'POST /api/people/:id/roles': ({ params, body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'role.give', body: { ...params, ...body }, at }, async (tx) => {
      const account = await tx.accounts.first({ id: params.id, kind: 'staff', active: true });
      if (account === undefined) throw notFound();
      // a role given for today holds from now on: what was ended this morning may be given back
      const from = body.from < at && Date.parse(body.from) >= Date.parse(at) - day ? at : body.from;
      if (!(await knownRole(tx, body.role, { account: actor.account.id, at }))) throw invalid('/role', language === 'vi' ? 'Không có vai trò này: thủ tục thêm vai trò ở trang Thông tin.' : 'There is no such role: a procedure adds one on its page About.');
      const fault = await faultOf(tx, account.id, { ...body, from }, at);
      if (fault !== undefined) throw invalid(fault.path, language === 'vi' ? fault.vi : fault.en);
      const row = { id: newId(), accountId: account.id, role: body.role, unitId: body.unit, validFrom: from, validTo: body.to, delegatedBy: body.delegatedBy ?? null, document: body.document?.trim() ?? null, createdAt: at, createdBy: actor.account.id };
      await tx.roleAssignments.insert(row);
      await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'role.give', subject, note: `${account.name}: ${await nameOf(tx, body.role)}${row.document === null ? '' : `, ${row.document}`}`, detail: row });
      return viewOf(tx, row);
    }),

    'POST /api/people/:id/password': async ({ params, actor, at }) => {
      const password = firstPassword();
      const passwordHash = await hashPassword(password);
      return store.transaction(async (tx) => {
        const account = await tx.accounts.first({ id: params.id, kind: 'staff', active: true });
        if (account === undefined) throw notFound();
        await replacePassword(tx, account.id, passwordHash, { at });
        await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'password.give', subject, note: account.name, detail: { account: account.id } });
        return { login: account.login, password };
      });
    },

    'POST /api/roles/:id/end': ({ params, body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'role.end', body: { ...params, ...body }, at }, async (tx) => {
      const row = await tx.roleAssignments.first({ id: params.id }, { lock: 'wait' });
      if (row === undefined) throw notFound();
      const say = (path: string, vi: string, en: string) => invalid(path, language === 'vi' ? vi : en);
      if (Date.parse(body.at) < Date.parse(at) - day) throw say('/at', 'Không kết thúc cho quá khứ: chọn hôm nay hoặc sau này.', 'Nothing is ended for the past: choose today or later.');
      if (row.validTo !== null && row.validTo <= body.at) throw say('/at', 'Vai trò này đã kết thúc trước ngày đó.', 'The role ends before that day already.');
      if (row.role === 'admin' && !(await othersAdminister(tx, row, body.at))) throw say('/at', 'Phải còn ít nhất một quản trị hệ thống: giao vai trò cho người khác trước.', 'Somebody must remain administrator: give the role to another person first.');
      // one that has not begun ends where it would begin, and so never holds
      const ended = { ...row, validTo: body.at < row.validFrom ? row.validFrom : body.at };
      await tx.roleAssignments.update({ id: row.id }, { validTo: ended.validTo });
      if (row.delegatedBy === null) await endDelegations(tx, ended);
      const account = await tx.accounts.first({ id: row.accountId });
      await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'role.end', subject, note: `${account?.name ?? row.accountId}: ${await nameOf(tx, row.role)}, ${body.note.trim()}`, detail: { before: row, validTo: ended.validTo } });
      return viewOf(tx, ended);
    }),
  } satisfies Partial<Handlers>;
};

const nameOf = async (tx: Transaction, role: string): Promise<string> => roleName(role, await addedRoles(tx, [role])).vi;

interface Fault { readonly path: string; readonly vi: string; readonly en: string }

/** Why a role cannot be given so; nothing when it can. */
async function faultOf(tx: Transaction, accountId: string, { role, unit: unitId, from, to, delegatedBy, document }: GiveRole, at: string): Promise<Fault | undefined> {
  if (role === 'applicant') return { path: '/role', vi: 'Người nộp hồ sơ không phải vai trò của công chức.', en: 'Applicant is no role of the staff.' };
  if (Date.parse(from) < Date.parse(at) - day) return { path: '/from', vi: 'Không giao vai trò cho quá khứ: chọn hôm nay hoặc sau này.', en: 'No role is given for the past: choose today or later.' };
  if (to !== null && to <= from) return { path: '/to', vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'It must end after it begins.' };
  const unit = await tx.units.first({ id: unitId });
  if (unit === undefined || (unit.validTo !== null && unit.validTo <= from)) return { path: '/unit', vi: 'Đơn vị này không còn trong thời gian đó.', en: 'There is no such unit at that time.' };
  const until = to ?? '9999';
  const same = await tx.roleAssignments.find({ accountId, role, unitId });
  if (same.some((one) => one.validFrom < until && (one.validTo ?? '9999') > from)) return { path: '/role', vi: 'Người này đã giữ vai trò đó ở đơn vị đó trong thời gian này.', en: 'This person holds that role there at that time already.' };
  if (delegatedBy === undefined) return undefined;
  if (document === undefined) return { path: '/document', vi: 'Ủy quyền phải có văn bản: ghi số và ngày.', en: 'A delegation needs its document: give number and date.' };
  if (to === null) return { path: '/to', vi: 'Ủy quyền phải có ngày kết thúc.', en: 'A delegation must end some day.' };
  const own = delegatedBy === accountId ? [] : await tx.roleAssignments.find({ accountId: delegatedBy, role, unitId, delegatedBy: null });
  // Ủy quyền lại is not allowed: who delegates holds the role by their own right.
  if (!own.some((one) => one.validFrom <= from && (one.validTo ?? '9999') >= to)) return { path: '/delegatedBy', vi: 'Người ủy quyền phải tự giữ vai trò đó ở đơn vị đó trong suốt thời gian ủy quyền.', en: 'Whoever delegates must hold that role there, in their own right, for all of that time.' };
  return undefined;
}

/** What was delegated from a role ends with it at the latest. */
async function endDelegations(tx: Transaction, { accountId, role, unitId, validTo }: RoleAssignmentRow): Promise<void> {
  for (const one of await tx.roleAssignments.find({ delegatedBy: accountId, role, unitId })) {
    const end = validTo !== null && validTo < one.validFrom ? one.validFrom : validTo;
    if (end !== null && (one.validTo === null || one.validTo > end)) await tx.roleAssignments.update({ id: one.id }, { validTo: end });
  }
}

/** Whether anybody else administers the house after that instant without an end. */
async function othersAdminister(tx: Transaction, row: RoleAssignmentRow, at: string): Promise<boolean> {
  const others = await tx.roleAssignments.find({ role: 'admin', id: { not: row.id }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
  const active = await tx.accounts.find({ id: { in: others.map(({ accountId }) => accountId) }, active: true });
  return active.length > 0;
}
