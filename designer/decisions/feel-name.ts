import { keyOf } from '../../procedures/key-of.ts';

/** Words that an expression would read as its own. */
const taken = new Set(['if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'between', 'instance', 'of', 'function', 'external', 'not', 'and', 'or', 'true', 'false', 'null', 'item', 'partial']);

/** A name that FEEL reads, out of what people call it, and that nothing there has yet: "Fee level" → `feeLevel`. */
export function feelName(label: string, others: readonly string[]): string {
  const [first = '', ...rest] = keyOf(label).split('-');
  const plain = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const wanted = plain === '' || taken.has(plain) ? `${plain}Answer`.replace(/^A/, 'a') : plain;
  let number = 1;
  let name = wanted;
  while (others.includes(name)) name = `${wanted}${(number += 1)}`;
  return name;
}
