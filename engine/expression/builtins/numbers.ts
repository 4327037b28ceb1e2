import { Decimal, divide, isWhole, multiply, subtract, tidy } from '../decimal.ts';
import type { Numeric, Rounding } from '../decimal.ts';
import { spend } from '../run.ts';
import type { Run } from '../run.ts';
import { FeelDuration } from '../time/duration.ts';
import { define } from './signature.ts';

/** Rounds to `scale` places after the point; those a decimal128 does not have are null (DMN 1.5, 10.3.4.5). */
function rounded(run: Run, value: Numeric, scale: Numeric, rounding: Rounding): Numeric | null {
  spend(run, 30);
  const places = Math.trunc(Number(scale));
  if (places < -6111 || places > 6176) return null;
  const exact = new Decimal(value);
  if (places >= exact.decimalPlaces()) return value;
  return tidy(exact.toNearest(new Decimal(10).pow(-places), rounding));
}

/** Roots, powers and logarithms to 34 digits take long. */
const dear = (run: Run, value: Numeric, work: (exact: Decimal) => Decimal): Numeric | null => {
  spend(run, 1_500);
  return tidy(work(new Decimal(value)));
};

const parity = (value: Numeric): Numeric | null => (isWhole(value) ? tidy(new Decimal(value).mod(2).abs()) : null);

/** DMN 1.5, 10.3.4.5. There is no `random number`: the same question always has the same answer. */
export const numbers = define({
  'decimal(n: number, scale: number)': (run, value: Numeric, scale: Numeric) => rounded(run, value, scale, Decimal.ROUND_HALF_EVEN),
  'floor(n: number, scale: number?)': (run, value: Numeric, scale: Numeric = 0) => rounded(run, value, scale, Decimal.ROUND_FLOOR),
  'ceiling(n: number, scale: number?)': (run, value: Numeric, scale: Numeric = 0) => rounded(run, value, scale, Decimal.ROUND_CEIL),
  'round up(n: number, scale: number)': (run, value: Numeric, scale: Numeric) => rounded(run, value, scale, Decimal.ROUND_UP),
  'round down(n: number, scale: number)': (run, value: Numeric, scale: Numeric) => rounded(run, value, scale, Decimal.ROUND_DOWN),
  'round half up(n: number, scale: number)': (run, value: Numeric, scale: Numeric) => rounded(run, value, scale, Decimal.ROUND_HALF_UP),
  'round half down(n: number, scale: number)': (run, value: Numeric, scale: Numeric) => rounded(run, value, scale, Decimal.ROUND_HALF_DOWN),
  'abs(n: any)': (_run, value: unknown) => {
    if (value instanceof FeelDuration) return value.size < 0n ? new FeelDuration(value.yearsMonths, -value.size) : value;
    return typeof value === 'number' ? Math.abs(value) : value instanceof Decimal ? value.abs() : null;
  },
  'modulo(dividend: number, divisor: number)': (run, dividend: Numeric, divisor: Numeric) => {
    const quotient = divide(dividend, divisor);
    const whole = quotient === null ? null : multiply(rounded(run, quotient, 0, Decimal.ROUND_FLOOR)!, divisor);
    return whole === null ? null : subtract(dividend, whole);
  },
  'sqrt(number: number)': (run, value: Numeric) => dear(run, value, (exact) => exact.sqrt()),
  'log(number: number)': (run, value: Numeric) => dear(run, value, (exact) => exact.ln()),
  'exp(number: number)': (run, value: Numeric) => dear(run, value, (exact) => exact.exp()),
  'odd(number: number)': (_run, value: Numeric) => parity(value) === 1,
  'even(number: number)': (_run, value: Numeric) => parity(value) === 0,
});
