import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Data } from '../../engine/state.ts';
import { isInForce } from '../../procedures/in-force.ts';
import capacities from '../../procedures/letters/capacities.json' with { type: 'json' };
import { likeOf } from '../../procedures/role.ts';
import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { addedRoles, type AddedRoles } from '../access/held-roles.ts';
import type { Signer } from './sign-paper.ts';

const bodyOf = (unit: UnitRow): string => (unit.kind === 'ward' ? 'ỦY BAN NHÂN DÂN' : unit.name.vi.toUpperCase());

/** What stands where the ink would: nothing of what nobody has signed yet, or will with a pen. */
export const markOf = ({ digital, simulated }: { readonly digital: boolean; readonly simulated: boolean }): string => (!digital ? roomForPen : simulated ? 'Đã ký số (mô phỏng)' : 'Đã ký số');
const roomForPen = '\u00a0';

/** The lines of the capacity in which whoever answered the step `sign` did so, as the rules of that instant have them; null, which leaves dots, for one that is not known. */
export function capacityOf(unit: UnitRow, data: Data, at: string): string | null {
  const answer = data['sign'];
  const code = typeof answer === 'object' && answer !== null && 'capacity' in answer ? String(answer.capacity) : 'TM';
  const capacity = capacities.find((one) => one.code === code && isInForce(one, officeDate(at)));
  return capacity?.lines.map((line) => line.replace('{body}', bodyOf(unit))).join('\n') ?? null;
}

/** Who signs is not always a `signer`: some papers are a head of section's to sign, and a procedure may add a role that signs. */
export const isSigning = (added: AddedRoles) => ({ node, role }: Pick<TaskRow, 'node' | 'role'>): boolean => node === 'sign' || likeOf(role, added) === 'signer';

/** `signer` and `actor` of a letter: who signed last and in what capacity, and who did the step before. `by`: whoever signs it digitally. */
export async function signatories(tx: Transaction, tasks: readonly TaskRow[], unit: UnitRow, data: Data, { acting, issuedAt, mark }: { readonly acting?: string; readonly issuedAt: string; readonly mark: string }): Promise<{ readonly signer: Data; readonly actor: Data; readonly capacity: string | null; readonly by: Signer | null }> {
  const done = tasks.filter(({ status, role }) => status === 'completed' && role !== 'applicant').toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''));
  const signed = done.find(isSigning(await addedRoles(tx, done.map(({ role }) => role))))?.closedBy;
  const last = acting ?? done[0]?.closedBy;
  const people = await tx.accounts.find({ id: { in: [signed, last].flatMap((id) => id ?? []) } });
  const nameOf = (id: string | null | undefined): string | null => people.find((person) => person.id === id)?.name ?? null;
  const by = people.find(({ id }) => id === (signed ?? last));
  const byOffice = signed === undefined || signed === null;
  const capacity = capacityOf(unit, data, issuedAt);
  return {
    // what nobody signed for the authority, whoever acts signs with a title of their own
    signer: { name: nameOf(signed ?? last), title: byOffice ? (people.find(({ id }) => id === last)?.title?.toLocaleUpperCase('vi') ?? null) : capacity, mark },
    actor: { name: nameOf(last) },
    capacity: byOffice ? null : capacity,
    by: by === undefined || by.login === null ? null : { login: by.login, name: by.name },
  };
}
