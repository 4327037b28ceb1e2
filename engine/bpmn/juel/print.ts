import { calls } from './calls.ts';
import { entryOf, feelOf, nameOf, propertyOf, quoted, within, type Feel } from './feel-text.ts';
import type { Syntax } from './parse.ts';
import { Untranslatable } from './token.ts';

const operators: Readonly<Record<string, readonly [feel: string, strength: number]>> = {
  '||': ['or', 1], '&&': ['and', 2], '==': ['=', 3], '!=': ['!=', 3], '<': ['<', 3], '>': ['>', 3], '<=': ['<=', 3], '>=': ['>=', 3],
  '+': ['+', 4], '-': ['-', 4], '*': ['*', 5], '/': ['/', 5],
};

/** What is nothing, or empty; JSR 245 counts texts, lists and maps. What is not there at all is empty too, and no fault. */
const empty = (of: Feel): Feel => feelOf(`${within(of, 4)} = null or list contains(["", [], {}], ${within(of, 1)})`, 1);

/** The remainder with the sign of the dividend, as in Java; FEEL's modulo has that of the divisor. */
const remainder = (left: Feel, right: Feel): Feel =>
  feelOf(`(if ${within(left, 4)} < 0 then -1 else 1) * modulo(abs(${left.text}), abs(${right.text}))`, 5);

/** Writes parsed syntax as FEEL of the same meaning. Throws Untranslatable when there is none. */
export const print = (syntax: Syntax): Feel => {
  switch (syntax.kind) {
    case 'literal': return feelOf(typeof syntax.value === 'string' ? quoted(syntax.value) : String(syntax.value));
    case 'number': return numberOf(syntax.text);
    case 'name': return nameOf(syntax.name);
    case 'property': return propertyOf(print(syntax.of), syntax.name);
    case 'entry': return entryOf(print(syntax.of), syntax.key, print);
    case 'call': return calls(syntax, print);
    case 'choice': return feelOf(`if ${print(syntax.condition).text} then ${within(print(syntax.yes), 1)} else ${within(print(syntax.no), 1)}`, 0);
    case 'prefix': {
      const of = print(syntax.of);
      if (syntax.operator === 'empty') return empty(of);
      return syntax.operator === '!' ? feelOf(`not(${of.text})`) : feelOf(`-${within(of, 8)}`, 7);
    }
    case 'infix': {
      const [left, right] = [print(syntax.left), print(syntax.right)];
      if (syntax.operator === '%') return remainder(left, right);
      const [operator, strength] = operators[syntax.operator]!;
      return feelOf(`${within(left, strength === 3 ? 4 : strength)} ${operator} ${within(right, strength + 1)}`, strength);
    }
  }
};

const numberOf = (text: string): Feel => {
  if (/^\d+(\.\d+)?$/.test(text)) return feelOf(text);
  const value = String(Number(text));
  if (/^\d+(\.\d+)?$/.test(value)) return feelOf(value);
  throw new Untranslatable(`"${text}" is no number that FEEL can write`);
};
