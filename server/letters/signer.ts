import type { Data } from '../../engine/state.ts';
import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { UnitRow } from '../../storage/tables/units.ts';

/** The lines above a signature, by capacity (Nghị định 30/2020/NĐ-CP). */
const capacities: Readonly<Record<string, (unit: UnitRow) => string>> = {
  TM: (unit) => `TM. ${bodyOf(unit)}\nCHỦ TỊCH`,
  KT: () => 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  TUQ: () => 'TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG',
};

const bodyOf = (unit: UnitRow): string => (unit.kind === 'ward' ? 'ỦY BAN NHÂN DÂN' : unit.name.vi.toUpperCase());

/** `signer` and `actor` of a letter: who signed last and in what capacity, and who did the step before. */
export async function signatories(tx: Transaction, tasks: readonly TaskRow[], unit: UnitRow, data: Data, acting: string | undefined): Promise<{ readonly signer: Data; readonly actor: Data; readonly capacity: string | null }> {
  const done = tasks.filter(({ status, role }) => status === 'completed' && role !== 'applicant').toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''));
  const signed = done.find(({ role }) => role === 'signer')?.closedBy;
  const last = acting ?? done[0]?.closedBy;
  const people = await tx.accounts.find({ id: { in: [signed, last].flatMap((id) => id ?? []) } });
  const nameOf = (id: string | null | undefined): string | null => people.find((person) => person.id === id)?.name ?? null;
  const answer = data['sign'];
  const code = typeof answer === 'object' && answer !== null && 'capacity' in answer ? String(answer.capacity) : 'TM';
  const capacity = (capacities[code] ?? capacities['TM'])?.(unit) ?? null;
  return {
    signer: { name: nameOf(signed ?? last), title: capacity, mark: 'Đã ký điện tử (mô phỏng)' },
    actor: { name: nameOf(last) },
    capacity: signed === undefined || signed === null ? null : capacity,
  };
}
