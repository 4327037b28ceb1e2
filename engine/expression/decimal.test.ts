import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { add, compareNumbers, Decimal, divide, multiply, numberOf, subtract, tidy } from './decimal.ts';
import type { Numeric } from './decimal.ts';

const money = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const cents = (amount: number): Numeric => numberOf((amount / 100).toFixed(2))!;
const texts = fc.tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -40, max: 40 })).map(([digits, exponent]) => `${digits}e${exponent}`);

describe('Numbers', () => {
  it('add and subtract money as whole cents do', () => fc.assert(fc.property(money, money, (left, right) => {
    assert.equal(add(cents(left), cents(right)), cents(left + right));
    assert.equal(subtract(cents(left), cents(right)), cents(left - right));
  })));
  it('have one form only', () => fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    assert.equal(tidy(new Decimal(value)), value === 0 ? 0 : value);
  })));
  it('are equal when their texts stand for the same decimal', () => fc.assert(fc.property(texts, (text) => {
    const [one, other] = [numberOf(text)!, numberOf(new Decimal(text).toFixed())!];
    assert.ok(typeof one === 'number' ? one === other : one.eq(other));
  })));
  it('come back from a multiplication with a whole number', () => fc.assert(fc.property(money, fc.integer({ min: 1, max: 1_000_000 }), (amount, factor) => {
    assert.equal(divide(multiply(cents(amount), factor)!, factor), cents(amount));
  })));
  it('are ordered alike, however exact they are', () => fc.assert(fc.property(texts, texts, (left, right) => {
    assert.equal(Math.sign(compareNumbers(numberOf(left)!, numberOf(right)!)), new Decimal(left).comparedTo(new Decimal(right)));
  })));
});
