import type { Syntax } from './syntax.ts';

/** What binds loosely has a low number (DMN 1.5, 10.3.1.2: the alternatives of rule 2 stand in the order of their precedence). */
const strength: Readonly<Record<string, number>> = { Disjunction: 1, Conjunction: 2, Comparison: 3 };
const tests: ReadonlySet<string> = new Set(['PositiveUnaryTest', 'SimplePositiveUnaryTest']);

const endOf = ({ from, text }: Syntax): number => from + text.length;

/**
 * `a in b and c` means `(a in b) and c`, because a comparison binds more strongly than "and" and "or". The parser takes all that follows
 * "in" for its test; here what stands in the test without parentheses and binds more loosely is given back to what stands around.
 */
export function bound(node: Syntax, source: string): Syntax {
  const children = node.children.map((child) => bound(child, source));
  const whole = children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
  const own = strength[node.kind];
  const looser = own === undefined ? undefined : lastOperand(whole);
  return own === undefined || looser === undefined || !isLooser(looser, own) ? whole : grafted(whole, looser, own, source);
}

const isLooser = ({ kind }: Syntax, than: number): boolean => (strength[kind] ?? than) < than;

const lastOperand = ({ children }: Syntax): Syntax | undefined => {
  const last = children.at(-1);
  return last !== undefined && tests.has(last.kind) ? lastOperand(last) : last;
};

/** The looser expression with the tighter one in place of its first operand, which the tighter one keeps as its last. */
function grafted(tight: Syntax, loose: Syntax, own: number, source: string): Syntax {
  if (!isLooser(loose, own)) return endingWith(tight, loose, source);
  const [first, ...rest] = loose.children;
  return { ...loose, from: tight.from, text: source.slice(tight.from, endOf(loose)), children: [grafted(tight, first!, own, source), ...rest] };
}

function endingWith(node: Syntax, operand: Syntax, source: string): Syntax {
  const last = node.children.at(-1)!;
  return { ...node, text: source.slice(node.from, endOf(operand)), children: [...node.children.slice(0, -1), tests.has(last.kind) ? endingWith(last, operand, source) : operand] };
}
