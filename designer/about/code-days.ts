import type { Procedure } from '../../procedures/procedure.ts';

type Codes = Procedure['codes'];
export type Code = Codes[number];

/** A number of the national list: `1.001193`. */
export const isCode = (written: string): boolean => /^\d\.\d{6}$/.test(written);

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Why a number cannot be replaced from a day on, if it cannot: it would never have held, or it has ended before. */
export const replaceFault = ({ from, to }: Code, day: string): 'never' | 'over' | undefined => {
  if (from !== undefined && day <= from) return 'never';
  return to !== undefined && to < dayBefore(day) ? 'over' : undefined;
};

/** The numbers where another holds from a day on: the one before it ends the day before, and what it had still to last goes to the other. */
export function replaced(codes: Codes, index: number, next: Code & { readonly from: string }): Codes {
  const former = codes[index]!;
  return codes.toSpliced(index, 1, { ...former, to: dayBefore(next.from) }, { ...next, ...(former.to !== undefined && former.to >= next.from && { to: former.to }) });
}

/** Two numbers that hold on the same day, if there are such: only the first of them would be used. */
export function clash(codes: Codes): readonly [Code, Code] | undefined {
  for (const [index, one] of codes.entries()) {
    const other = codes.slice(index + 1).find(({ from, to }) => (from ?? '') <= (one.to ?? '9999') && (one.from ?? '') <= (to ?? '9999'));
    if (other) return [one, other];
  }
  return undefined;
}
