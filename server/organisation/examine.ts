import { endOf, firstMoment } from '../../engine/calendar/office-day.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { RoleAssignmentRow } from '../../storage/tables/role-assignments.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import type { ListedRole, ListedUnit, ListFault, Organisation } from '../api/organisation.ts';
import type { LocalText } from '../api/shape.ts';

/** What there is: all units, all calendars by id, the staff, and the roles they have. */
export interface House {
  readonly at: string;
  readonly units: readonly UnitRow[];
  readonly calendars: readonly string[];
  readonly staff: readonly AccountRow[];
  readonly roles: readonly RoleAssignmentRow[];
  /** Codes of the roles that may be given. */
  readonly roleCodes: readonly string[];
}

export type NewAccount = Pick<AccountRow, 'login' | 'name' | 'title'>;
export type NewRole = Pick<RoleAssignmentRow, 'role' | 'unitId' | 'validFrom' | 'validTo'> & { readonly login: string };

/** What lists of units and staff come to beside what there is. */
export interface Plan {
  readonly added: readonly UnitRow[];
  readonly renamed: readonly Pick<UnitRow, 'id' | 'name'>[];
  readonly ended: readonly Pick<UnitRow, 'id' | 'validTo'>[];
  readonly accounts: readonly NewAccount[];
  readonly roles: readonly NewRole[];
  readonly known: { readonly units: number; readonly roles: number };
  readonly faults: readonly ListFault[];
}

type Tell = (member: string, vi: string, en: string) => void;
/** Units of communes are found by the code of their commune (server/forms/competent-units.ts). */
const communeUnit = /^ward-[a-z0-9]+$/;

/** Compares the lists with the house: nothing that is there is changed for the past, and each fault is told with its entry. */
export function examine({ units = [], staff = [] }: Organisation, house: House): Plan {
  const faults: ListFault[] = [];
  const telling = (list: ListFault['list'], index: number): Tell => (member, vi, en) => void faults.push({ list, index, member, message: { vi, en } satisfies LocalText });
  const of = examineUnits(units, house, (index) => telling('units', index));
  const there = new Map([...house.units, ...of.added].map((unit) => [unit.id, unit]));
  const who = examineStaff(staff, house, there, (index) => telling('staff', index));
  return { added: parentsFirst(of.added), renamed: of.renamed, ended: of.ended, accounts: who.accounts, roles: who.roles, known: { units: of.known, roles: who.known }, faults };
}

function examineUnits(listed: readonly ListedUnit[], house: House, telling: (index: number) => Tell) {
  const known = new Map(house.units.map((unit) => [unit.id, unit]));
  const codes = new Map(house.units.map(({ id, code }) => [code, id]));
  const listedAs = new Map(listed.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  const added: UnitRow[] = [];
  const renamed: Pick<UnitRow, 'id' | 'name'>[] = [];
  const ended: Pick<UnitRow, 'id' | 'validTo'>[] = [];
  let same = 0;
  /** The calendar of the nearest unit above that has one. */
  const calendarOf = ({ calendar, parent }: ListedUnit, depth = 0): string | undefined => {
    if (calendar !== undefined || parent === undefined || depth > listed.length) return calendar;
    const above = listedAs.get(parent);
    return known.get(parent)?.calendarId ?? (above && calendarOf(above, depth + 1));
  };
  for (const [index, unit] of listed.entries()) {
    const tell = telling(index);
    const { id, code, name, kind, parent = null, from, to } = unit;
    if (seen.has(id)) tell('id', `đơn vị “${id}” có hai lần trong danh sách`, `the unit "${id}" stands in the list twice`);
    seen.add(id);
    const validTo = to === undefined ? null : endOf(to);
    if (validTo !== null && validTo <= firstMoment(from)) tell('to', 'ngày cuối phải sau ngày đầu', 'the last day must come after the first');
    const row = known.get(id);
    if (row !== undefined) {
      if (row.code !== code || row.kind !== kind || row.parentId !== parent) tell('id', `“${id}” đang có với mã, loại hoặc đơn vị cấp trên khác: hãy kết thúc đơn vị đó và lập đơn vị mới với mã khác`, `"${id}" is there with another code, kind or parent: end it, and begin a unit with another id`);
      const isNamed = row.name.vi !== name.vi || row.name.en !== name.en;
      const isEnded = validTo !== null && row.validTo !== validTo;
      if (isEnded && validTo <= house.at) tell('to', 'không kết thúc đơn vị cho quá khứ: chọn hôm nay hoặc sau này', 'no unit is ended for the past: choose today or later');
      if (isNamed) renamed.push({ id, name });
      if (isEnded) ended.push({ id, validTo });
      if (!isNamed && !isEnded) same += 1;
      continue;
    }
    if (codes.has(code)) tell('code', `mã “${code}” đã dùng cho đơn vị “${codes.get(code)}”`, `the code "${code}" is that of the unit "${codes.get(code)}"`);
    codes.set(code, id);
    if (kind === 'ward' && !communeUnit.test(id)) tell('id', `phường, xã phải có mã “ward-” rồi mã xã, như “ward-26740”, nhưng đây là “${id}”`, `expected a ward to be called "ward-" and the code of its commune, like "ward-26740", but this is "${id}"`);
    const above = parent === null ? undefined : known.get(parent) ?? listedAs.get(parent);
    if (parent !== null && above === undefined) tell('parent', `không có đơn vị cấp trên “${parent}”`, `there is no unit "${parent}" above it`);
    if (parent !== null && isBelow(parent, id, listedAs)) tell('parent', 'đơn vị không thể ở dưới chính nó', 'a unit cannot be below itself');
    const calendarId = calendarOf(unit);
    // what is wrong with the unit above it has been told
    const isUnplaced = calendarId === undefined && parent !== null;
    if (!isUnplaced && (calendarId === undefined || !house.calendars.includes(calendarId))) tell('calendar', calendarId === undefined ? 'đơn vị trên cùng phải có lịch làm việc' : `không có lịch làm việc “${calendarId}”`, calendarId === undefined ? 'the unit at the top needs a calendar' : `there is no calendar "${calendarId}"`);
    added.push({ id, code, name, kind, parentId: parent, calendarId: calendarId ?? '', validFrom: firstMoment(from), validTo });
  }
  return { added, renamed, ended, known: same };
}

/** Whether going up from a unit of the list comes to the other. */
function isBelow(id: string, other: string, listed: ReadonlyMap<string, ListedUnit>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = listed.get(at)?.parent) {
    if (at === other) return true;
    seen.add(at);
  }
  return false;
}

/** Each after the unit above it. */
function parentsFirst(added: readonly UnitRow[]): readonly UnitRow[] {
  const left = new Map(added.map((unit) => [unit.id, unit]));
  const ordered: UnitRow[] = [];
  const place = (unit: UnitRow): void => {
    if (!left.delete(unit.id)) return;
    const above = unit.parentId === null ? undefined : left.get(unit.parentId);
    if (above) place(above);
    ordered.push(unit);
  };
  for (const unit of added) place(unit);
  return ordered;
}

function examineStaff(listed: readonly ListedRole[], house: House, units: ReadonlyMap<string, UnitRow>, telling: (index: number) => Tell) {
  const accounts = new Map<string, NewAccount>(house.staff.map((account) => [account.login, account]));
  const loginOf = new Map(house.staff.map(({ id, login }) => [id, login]));
  const held: NewRole[] = house.roles.flatMap(({ accountId, role, unitId, validFrom, validTo }) => {
    const login = loginOf.get(accountId);
    return login === undefined ? [] : [{ login, role, unitId, validFrom, validTo }];
  });
  const fresh: NewAccount[] = [];
  const roles: NewRole[] = [];
  let same = 0;
  for (const [index, { login, name, title, role, unit, from, to }] of listed.entries()) {
    const tell = telling(index);
    const person = accounts.get(login);
    if (person === undefined) {
      const account = { login, name, title: title ?? null };
      accounts.set(login, account);
      fresh.push(account);
    } else if (person.name !== name) tell('name', `tên đăng nhập “${login}” là của ${person.name}`, `the login "${login}" is that of ${person.name}`);
    if (role !== 'applicant' && !house.roleCodes.includes(role)) tell('role', `không có vai trò “${role}”`, `there is no role "${role}"`);
    if (role === 'applicant') tell('role', 'người nộp hồ sơ không phải vai trò của công chức', 'applicant is no role of the staff');
    const place = units.get(unit);
    if (place === undefined) tell('unit', `không có đơn vị “${unit}”`, `there is no unit "${unit}"`);
    const [validFrom, validTo] = [firstMoment(from), to === undefined ? null : endOf(to)];
    if (validTo !== null && validTo <= validFrom) tell('to', 'ngày cuối phải sau ngày đầu', 'the last day must come after the first');
    if (place && (place.validFrom > validFrom || (place.validTo !== null && (validTo === null || place.validTo < validTo)))) tell('unit', `đơn vị “${unit}” không có trong suốt thời gian đó`, `the unit "${unit}" is not there for all of that time`);
    const alike = [...held, ...roles].filter((one) => one.login === login && one.role === role && one.unitId === unit);
    if (alike.some((one) => one.validFrom === validFrom && one.validTo === validTo)) {
      same += 1;
      continue;
    }
    if (alike.some((one) => one.validFrom < (validTo ?? '9999') && (one.validTo ?? '9999') > validFrom)) tell('role', 'người này đã giữ vai trò đó ở đơn vị đó trong thời gian này', 'this person holds that role there at that time already');
    roles.push({ login, role, unitId: unit, validFrom, validTo });
  }
  return { accounts: fresh, roles, known: same };
}
