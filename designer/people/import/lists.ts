import { expand } from '../../../forms/expand.ts';
import type { FieldUi, Form, Schema } from '../../../forms/form.ts';
import { columnsOf, type TableReading } from '../../../forms/table.ts';
import { normalise } from '../../../forms/normalise.ts';
import type { ListedRole, ListedUnit, Organisation } from '../../../server/api/organisation.ts';
import type { Roles } from '../../../server/api/people.ts';

type Column = { readonly label: FieldUi['label']; readonly isDay?: boolean; readonly isOptional?: boolean; readonly hint?: FieldUi['label']; readonly options?: FieldUi['options'] };

const from: Column = { label: { vi: 'Từ ngày', en: 'From' }, isDay: true };
const to: Column = { label: { vi: 'Đến hết ngày', en: 'Until the end of' }, isDay: true, isOptional: true };

const unitColumns: Readonly<Record<string, Column>> = {
  id: { label: { vi: 'Mã trong hệ thống', en: 'Id' }, hint: { vi: 'ward-26740', en: 'ward-26740' } },
  code: { label: { vi: 'Mã định danh', en: 'Code' }, hint: { vi: 'H29.45.12', en: 'H29.45.12' } },
  nameVi: { label: { vi: 'Tên tiếng Việt', en: 'Vietnamese name' } },
  nameEn: { label: { vi: 'Tên tiếng Anh', en: 'English name' } },
  kind: { label: { vi: 'Loại', en: 'Kind' }, hint: { vi: 'ward, one-stop, section, department…', en: 'ward, one-stop, section, department…' } },
  parent: { label: { vi: 'Đơn vị cấp trên', en: 'Unit above' }, isOptional: true, hint: { vi: 'mã trong hệ thống của đơn vị đó', en: 'the id of that unit' } },
  calendar: { label: { vi: 'Lịch làm việc', en: 'Calendar' }, isOptional: true, hint: { vi: 'để trống: như đơn vị cấp trên', en: 'blank: that of the unit above' } },
  from, to,
};

/** A sheet says roles in words, or by their codes. */
const roleColumns = (roles: Roles['roles']): Readonly<Record<string, Column>> => ({
  login: { label: { vi: 'Tên đăng nhập', en: 'Login' } },
  name: { label: { vi: 'Họ và tên', en: 'Name' } },
  title: { label: { vi: 'Chức danh', en: 'Title' }, isOptional: true },
  role: { label: { vi: 'Vai trò', en: 'Role' }, options: roles.map(({ role: value, name: label }) => ({ value, label })) },
  unit: { label: { vi: 'Đơn vị', en: 'Unit' }, hint: { vi: 'mã trong hệ thống của đơn vị', en: 'the id of the unit' } },
  from, to,
});

/** A list as a form with one repeating group: its columns are read from a spreadsheet like those of any form. */
function listForm(columns: Readonly<Record<string, Column>>): Form {
  const properties = Object.fromEntries(Object.entries(columns).map(([key, { isDay, options }]): [string, Schema] => [key, isDay ? { $ref: 'motcua:date' } : { type: 'string', maxLength: 500, ...(options && { enum: options.map(({ value }) => value) }) }]));
  const fields = Object.fromEntries(Object.entries(columns).map(([key, { label, hint, options }]): [string, FieldUi] => [`rows[].${key}`, { label, ...(hint && { hint }), ...(options && { options, widget: 'select' }) }]));
  return {
    id: 'list', title: { vi: 'Danh sách', en: 'List' }, rules: [], sources: {},
    schema: { type: 'object', properties: { rows: { type: 'array', maxItems: 200, items: { type: 'object', required: Object.entries(columns).flatMap(([key, { isOptional }]) => (isOptional ? [] : [key])), properties } } } },
    ui: { sections: { main: { vi: 'Danh sách', en: 'List' } }, pages: [{ id: 'list', section: 'main', title: { vi: 'Danh sách', en: 'List' }, fields: ['rows'] }], fields: { rows: { label: { vi: 'Dòng', en: 'Rows' } }, ...fields } },
  };
}

export type ListKind = 'units' | 'staff';

/** How a list is read: its columns, and what its rows say once days are written as days. */
export function listReader(kind: ListKind, roles: Roles['roles']) {
  const expanded = expand(listForm(kind === 'units' ? unitColumns : roleColumns(roles)));
  return {
    columns: columnsOf(expanded, 'rows'),
    lists: (read: TableReading['rows']): Organisation => {
      const rows = normalise(expanded, { rows: read })['rows'] as readonly Row[];
      return kind === 'units' ? { units: rows.map(unitOf) } : { staff: rows.map(roleOf) };
    },
  };
}

type Row = TableReading['rows'][number];
const said = (row: Row, key: string): string | undefined => (typeof row[key] === 'string' && row[key].trim() !== '' ? row[key].trim().normalize('NFC') : undefined);
const some = (row: Row, ...keys: readonly string[]): object => Object.fromEntries(keys.flatMap((key) => (said(row, key) === undefined ? [] : [[key, said(row, key)]])));

const unitOf = (row: Row): ListedUnit => ({ id: '', code: '', kind: '', from: '', ...some(row, 'id', 'code', 'kind', 'parent', 'calendar', 'from', 'to'), name: { vi: said(row, 'nameVi') ?? '', en: said(row, 'nameEn') ?? '' } });
const roleOf = (row: Row): ListedRole => ({ login: '', name: '', role: 'handler', unit: '', from: '', ...some(row, 'login', 'name', 'title', 'role', 'unit', 'from', 'to') });
