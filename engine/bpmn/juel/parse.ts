import { tokens, Untranslatable, type Token } from './token.ts';

/** An expression as it was written, before anything is known of what its names mean. */
export type Syntax =
  | { readonly kind: 'literal'; readonly value: string | boolean | null }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Syntax; readonly name: string }
  | { readonly kind: 'entry'; readonly of: Syntax; readonly key: Syntax }
  /** A function, or a method of `of`. */
  | { readonly kind: 'call'; readonly of?: Syntax; readonly name: string; readonly given: readonly Syntax[] }
  | { readonly kind: 'prefix'; readonly operator: '-' | '!' | 'empty'; readonly of: Syntax }
  | { readonly kind: 'infix'; readonly operator: string; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: 'choice'; readonly condition: Syntax; readonly yes: Syntax; readonly no: Syntax };

/** How strongly operators bind, the weakest first. */
const strengths: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const deepest = 100;

/** Parses what stands between the braces. Throws Untranslatable with the place of the fault. */
export const parse = (text: string): Syntax => {
  const all = tokens(text);
  let position = 0;
  let depth = 0;
  const peek = (): Token => all[position]!;
  const refuse = (token: Token): never => {
    throw new Untranslatable(token.kind === 'end' ? 'the expression ends too early' : `did not expect "${token.value.slice(0, 40)}" at character ${token.at + 1}`);
  };
  const is = (value: string): boolean => peek().kind === 'mark' && peek().value === value;
  const takes = (value: string): boolean => is(value) && ++position > 0;
  const expect = (value: string): void => {
    if (!takes(value)) refuse(peek());
  };
  const word = (): string => (peek().kind === 'name' ? all[position++]!.value : refuse(peek()));

  const whole = (): Syntax => {
    if (++depth > deepest) throw new Untranslatable(`it has more than ${deepest} levels of nesting`);
    let found = infix(0);
    if (takes('?')) {
      const yes = whole();
      expect(':');
      found = { kind: 'choice', condition: found, yes, no: whole() };
    }
    depth -= 1;
    return found;
  };

  const infix = (strength: number): Syntax => {
    const operators = strengths[strength];
    if (!operators) return prefix();
    let left = infix(strength + 1);
    while (peek().kind === 'mark' && operators.includes(peek().value)) {
      const operator = all[position++]!.value;
      left = { kind: 'infix', operator, left, right: infix(strength + 1) };
    }
    return left;
  };

  const prefix = (): Syntax => {
    const operators: ('-' | '!' | 'empty')[] = [];
    for (;;) {
      if (takes('-')) operators.push('-');
      else if (takes('!')) operators.push('!');
      else if (peek().kind === 'name' && peek().value === 'empty' && ++position > 0) operators.push('empty');
      else break;
    }
    if (operators.length > deepest) throw new Untranslatable(`it has more than ${deepest} levels of nesting`);
    return operators.reduceRight<Syntax>((of, operator) => ({ kind: 'prefix', operator, of }), postfix());
  };

  const postfix = (): Syntax => {
    let found = primary();
    for (let links = 0; ; links += 1) {
      if (links > deepest) throw new Untranslatable(`it has more than ${deepest} levels of nesting`);
      if (takes('.')) {
        const name = word();
        found = is('(') ? { kind: 'call', of: found, name, given: given() } : { kind: 'property', of: found, name };
      } else if (takes('[')) {
        found = { kind: 'entry', of: found, key: whole() };
        expect(']');
      } else return found;
    }
  };

  const given = (): readonly Syntax[] => {
    const found: Syntax[] = [];
    expect('(');
    if (takes(')')) return found;
    do found.push(whole()); while (takes(','));
    expect(')');
    return found;
  };

  const primary = (): Syntax => {
    if (takes('(')) {
      const found = whole();
      expect(')');
      return found;
    }
    const token = peek();
    if (token.kind === 'mark' || token.kind === 'end') return refuse(token);
    position += 1;
    if (token.kind === 'number') return { kind: 'number', text: token.value };
    if (token.kind === 'text') return { kind: 'literal', value: token.value };
    if (Object.hasOwn(constants, token.value)) return { kind: 'literal', value: constants[token.value]! };
    return is('(') ? { kind: 'call', name: token.value, given: given() } : { kind: 'name', name: token.value };
  };

  const found = whole();
  if (peek().kind !== 'end') refuse(peek());
  return found;
};
