/** A time limit as two controls hold it. `same day` and other writings stay text. */
export const limitUnits = ['working days', 'working hours', 'working minutes', 'days', 'hours', 'minutes'] as const;
export type LimitUnit = (typeof limitUnits)[number];
export interface Limit {
  readonly amount: string;
  readonly unit: LimitUnit;
}

const written = /^(\d+(?:\.\d+)?) ((?:working )?(?:day|hour|minute))s?$/;

/** Reads "3 working days"; nothing for another writing, which is then shown as it stands. */
export function readLimit(text: string): Limit | undefined {
  const [, amount, unit] = written.exec(text.trim()) ?? [];
  return amount === undefined ? undefined : { amount, unit: `${unit}s` as LimitUnit };
}

/** "1 working day", "3 working days"; blank when there is no amount. A decimal comma is a point. */
export function writeLimit({ amount, unit }: Limit): string {
  const plain = amount.trim().replace(',', '.');
  if (plain === '') return '';
  return `${plain} ${plain === '1' ? unit.slice(0, -1) : unit}`;
}
