import { useMemo } from 'react';
import type { OwnRole } from '../../procedures/own-role.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { keyOf } from '../../procedures/key-of.ts';
import { standardRoles } from '../../procedures/role.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { withAt } from '../about/change.ts';
import { printLike } from '../forms/print-json.ts';
import { freshKey } from '../letters/letter-files.ts';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';

const path = 'procedure.json';
type OwnRoles = NonNullable<Procedure['roles']>;

/** The roles that a draft adds, as it is edited; none while it cannot be read. */
export function ownRolesIn(source: string | undefined): OwnRoles {
  const reading = source === undefined ? undefined : readProcedure(source);
  return reading !== undefined && 'procedure' in reading ? (reading.procedure.roles ?? {}) : {};
}

/** A package with the roles that its own steps may name: the standard ones, and those that it adds itself. What other procedures add is none of its own until it says so. */
export const withOwnRoles = (opened: DesignerPackage, own: OwnRoles): DesignerPackage => {
  const held = (code: string): number => opened.roles.find(({ role }) => role === code)?.people ?? 0;
  const added = Object.entries(own).filter(([code]) => !Object.hasOwn(standardRoles, code));
  return { ...opened, roles: [...opened.roles.filter(({ like }) => like === null), ...added.map(([role, { name, like }]) => ({ role, name, like, people: held(role) }))] };
};

/** The same package for the same roles: what is drawn of it is not drawn anew at each letter. */
export const useOwnRoles = (opened: DesignerPackage, source: string | undefined): DesignerPackage => {
  const stamp = JSON.stringify(ownRolesIn(source));
  return useMemo(() => withOwnRoles(opened, JSON.parse(stamp) as OwnRoles), [opened, stamp]);
};

/** A code for a role of this name that no role has: “Cán bộ đo đạc” becomes `can_bo_do_dac`. */
export const roleCodeFor = (name: string, taken: readonly string[]): string =>
  freshKey([...taken, ...Object.keys(standardRoles)].map((code) => code.replaceAll('_', '-')), keyOf(name).slice(0, 30) || 'role').replaceAll('-', '_');

/** Adds a role to the procedure of a draft, or changes it; nothing can be added to a procedure that cannot be read. */
export const useOwnRole = (key: string) => {
  const { text: source, saved } = useFileText(key, path);
  const reading = useMemo(() => (source === undefined ? undefined : readProcedure(source)), [source]);
  if (saved === undefined || reading === undefined || !('procedure' in reading)) return undefined;
  return (code: string, role: OwnRole): void => edit(key, path, printLike(withAt(reading.procedure, ['roles', code], role), saved), saved, `roles ${code}`);
};
