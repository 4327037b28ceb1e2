import type { Transaction } from '../store.ts';
import { table } from '../table.ts';

/** A gapless counter: the last number given. */
export interface RegisterRow {
  readonly unitId: string;
  readonly register: string;
  readonly period: string;
  readonly last: number;
}

export const registers = table<RegisterRow>({
  name: 'registers',
  key: ['unitId', 'register', 'period'],
  columns: { unitId: 'text', register: 'text', period: 'text', last: 'integer' },
});

/** The next number, 1, 2, 3 …; given back when the transaction fails, so the register has no gaps. Others wait for it. */
export async function nextNumber(tx: Transaction, unitId: string, register: string, period: string): Promise<number> {
  const scope = { unitId, register, period };
  const [, row] = await Promise.all([tx.registers.insertIfAbsent({ ...scope, last: 0 }), tx.registers.first(scope, { lock: 'wait' })]);
  if (row === undefined) throw new Error(`expected the register "${register}" of unit ${unitId} for ${period}, but it is gone`);
  await tx.registers.setOne(scope, { last: row.last + 1 });
  return row.last + 1;
}
