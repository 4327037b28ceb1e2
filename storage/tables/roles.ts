import { table } from '../table.ts';

/** A role that published procedures have added to the standard ones: what people call it, and the standard role whose rights it has (`like`), which never changes once somebody may hold it. */
export interface RoleRow {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly likeRole: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const roles = table<RoleRow>({
  name: 'roles',
  key: ['code'],
  columns: { code: 'text', name: 'json', likeRole: 'text', createdAt: 'text', createdBy: 'text' },
});
