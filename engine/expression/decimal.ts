import { Decimal as Base } from 'decimal.js';

/** Numbers as FEEL has them: 34 significant digits, halves to even (IEEE 754 decimal128; DMN 1.5, 10.3.2.3.1). */
export const Decimal = Base.clone({ precision: 34, rounding: Base.ROUND_HALF_EVEN, maxE: 6144, minE: -6176, toExpNeg: -40, toExpPos: 40 });
export type Decimal = InstanceType<typeof Decimal>;
export type Rounding = Base.Rounding;

/**
 * A number stands for the decimal that it is written as, so that 0.1 is a tenth. A value has one form only:
 * a Decimal is what no double is written as, and everything else is a plain number.
 */
export type Numeric = number | Decimal;

export const isNumeric = (value: unknown): value is Numeric => typeof value === 'number' || value instanceof Decimal;

/** The one form of a number; null for what FEEL cannot hold. */
export function tidy(value: Decimal): Numeric | null {
  if (!value.isFinite()) return null;
  const double = value.toNumber();
  if (!Number.isFinite(double) || (double === 0 && !value.isZero())) return value;
  if (double === 0) return 0;
  return value.precision() <= 15 || new Decimal(double).eq(value) ? double : value;
}

const exact = (value: Numeric): value is number => Number.isSafeInteger(value);

/** Whole doubles that stay whole are calculated as they are: doubles are exact there, and fast. */
export function add(left: Numeric, right: Numeric): Numeric | null {
  if (exact(left) && exact(right)) {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return tidy(new Decimal(left).plus(right));
}

export function subtract(left: Numeric, right: Numeric): Numeric | null {
  if (exact(left) && exact(right)) {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return tidy(new Decimal(left).minus(right));
}

export function multiply(left: Numeric, right: Numeric): Numeric | null {
  if (exact(left) && exact(right)) {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  return tidy(new Decimal(left).times(right));
}

export function divide(left: Numeric, right: Numeric): Numeric | null {
  if (right === 0) return null;
  if (exact(left) && exact(right)) {
    const quotient = left / right;
    if (Number.isSafeInteger(quotient) && quotient * right === left) return quotient === 0 ? 0 : quotient;
  }
  return tidy(new Decimal(left).div(right));
}

export const power = (left: Numeric, right: Numeric): Numeric | null => tidy(new Decimal(left).pow(right));

export const compareNumbers = (left: Numeric, right: Numeric): number =>
  typeof left === 'number' && typeof right === 'number' ? left - right : new Decimal(left).comparedTo(right);

export const isWhole = (value: Numeric): boolean => (typeof value === 'number' ? Number.isInteger(value) : value.isInteger());

/** A whole number that JavaScript can count with; undefined for others. */
export const countOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined);

/** The number a literal or a text stands for, rounded to 34 digits; null when it is none or too large. */
export function numberOf(text: string): Numeric | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,5})?$/.test(text)) return null;
  if (text.length <= 15 && !/e/i.test(text)) return Number(text) === 0 ? 0 : Number(text);
  return tidy(new Decimal(text).toSignificantDigits(34));
}

export const textOfNumber = (value: Numeric): string => (typeof value === 'number' && Math.abs(value) < 1e21 && Math.abs(value) > 1e-6 ? String(value) : new Decimal(value).toString());
