import { stringOf } from '../../engine/expression/string.ts';
import { parse, type Syntax } from '../../engine/expression/syntax.ts';
import type { Named } from './named.ts';
import { comparisonOf, comparisonsOf, isBare, isList, type Comparison, type Condition, type Operand, type Sentence } from './sentence.ts';

/** A FEEL text as a sentence; nothing when it is more than one, or no FEEL at all. */
export function readSentence(text: string, named: readonly Named[]): Sentence | undefined {
  let tree: Syntax;
  try {
    tree = parse(text, 'expression', {});
  } catch {
    return undefined;
  }
  const root = bare(tree);
  const join = root.kind === 'Disjunction' ? 'any' : 'all';
  const parts = flat(root, root.kind === 'Conjunction' || root.kind === 'Disjunction' ? root.kind : undefined);
  const conditions = parts.map((part) => fitting(readCondition(part), named));
  return conditions.every((condition) => condition !== undefined) ? { join, conditions } : undefined;
}

function bare(node: Syntax): Syntax {
  if (node.kind === 'Expression' && node.children.length === 1) return bare(node.children[0]!);
  return node.kind === 'ParenthesizedExpression' ? bare(node.children[1]!) : node;
}

/** `a and b and c` is nested to the left; parentheses around the same word change nothing. */
function flat(node: Syntax, kind: string | undefined): Syntax[] {
  const inside = bare(node);
  if (kind === undefined || inside.kind !== kind) return [inside];
  return [inside.children[0]!, inside.children[2]!].flatMap((part) => flat(part, kind));
}

interface Read extends Condition {
  /** Both sides were taken as dates: `date(a) < date(b)`. */
  readonly dates: boolean;
}

/** A condition stands only where its question is one of the form and its comparison fits the kind of the answer. */
function fitting(read: Read | undefined, named: readonly Named[]): Condition | undefined {
  const of = (name: string) => named.find((one) => one.name === name);
  const one = read && of(read.name);
  if (!read || !one) return undefined;
  const { dates, ...condition } = read;
  if (!(comparisonsOf[one.kind] as readonly Comparison[]).includes(condition.compare)) return undefined;
  if (isBare(condition.compare)) return dates ? undefined : condition;
  if (dates !== (one.kind === 'date')) return undefined;
  const { with: other } = condition;
  if (other === undefined || 'list' in other !== isList(condition.compare)) return undefined;
  if ('name' in other) return (one.kind === 'number' || one.kind === 'date') && of(other.name)?.kind === one.kind ? condition : undefined;
  if ('today' in other) return one.kind === 'date' ? condition : undefined;
  const values = 'list' in other ? other.list : [other.literal];
  const type = one.kind === 'yesNo' ? 'boolean' : one.kind === 'number' ? 'number' : undefined;
  return values.every((value) => typeof value === (type ?? (typeof one.options?.[0]?.value === 'number' ? 'number' : 'string'))) ? condition : undefined;
}

function readCondition(node: Syntax): Read | undefined {
  const name = nameOf(node);
  if (name !== undefined) return { name, compare: 'is', with: { literal: true }, dates: false };
  if (node.kind === 'FunctionInvocation') return call(node);
  return node.kind === 'Comparison' ? comparison(node) : undefined;
}

function comparison({ children: [left, sign, ...rest] }: Syntax): Read | undefined {
  const one = side(left!);
  if (one === undefined || !('name' in one.operand)) return undefined;
  const { name } = one.operand;
  if (sign!.kind === 'in') {
    const list = listOf(rest);
    return list && !one.isDate ? { name, compare: 'isOneOf', with: { list }, dates: false } : undefined;
  }
  const compare = comparisonOf(sign!.text);
  const right = rest[0]!;
  if (compare === undefined) return undefined;
  if (right.kind === 'null') return compare === 'is' || compare === 'isNot' ? { name, compare: compare === 'is' ? 'unanswered' : 'answered', dates: one.isDate } : undefined;
  const other = side(right);
  if (other === undefined || (other.isDate !== one.isDate && !('today' in other.operand))) return undefined;
  return { name, compare, with: other.operand, dates: one.isDate };
}

function call(node: Syntax): Read | undefined {
  const [callee, , parameters] = node.children;
  const [first, second, ...more] = parameters?.children ?? [];
  if (first === undefined || more.length > 0) return undefined;
  const called = callee!.text.replace(/\s+/g, ' ');
  if (called === 'not' && second === undefined) {
    const inside = readCondition(bare(first));
    const opposite = inside?.compare === 'isOneOf' ? 'isNoneOf' : inside?.compare === 'includes' ? 'excludes' : undefined;
    return inside && opposite ? { ...inside, compare: opposite } : undefined;
  }
  const compare = called === 'contains' ? 'contains' : called === 'list contains' ? 'includes' : undefined;
  const name = nameOf(first);
  const value = second && literalOf(second);
  return compare && name !== undefined && value !== undefined ? { name, compare, with: { literal: value }, dates: false } : undefined;
}

/** One side of a comparison: a name, a literal, or either of them as a date. */
function side(node: Syntax): { readonly operand: Operand; readonly isDate: boolean } | undefined {
  const name = nameOf(node);
  if (name !== undefined) return { operand: { name }, isDate: false };
  const literal = literalOf(node);
  if (literal !== undefined) return { operand: { literal }, isDate: false };
  if (node.kind === 'FunctionInvocation' && node.text.replace(/\s+/g, '') === 'today()') return { operand: { today: true }, isDate: true };
  const [constructor, , parameters] = node.children;
  if (node.kind !== 'DateTimeLiteral' || constructor!.text !== 'date' || parameters?.children.length !== 1) return undefined;
  const inside = side(parameters.children[0]!);
  return inside && !inside.isDate ? { ...inside, isDate: true } : undefined;
}

/** `("a", "b")`, `("a")`, `["a", "b"]`, each after `in`. */
function listOf(nodes: readonly Syntax[]): (string | number | boolean)[] | undefined {
  const [first] = nodes.length === 1 ? nodes : nodes.filter(({ kind }) => kind === 'PositiveUnaryTests');
  if (first === undefined) return undefined;
  const items = first.kind === 'PositiveUnaryTests' ? first.children.map((test) => test.children[0]!) : inner(first.children[0]!);
  const values = items.map(literalOf);
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

const inner = (node: Syntax): readonly Syntax[] => (node.kind === 'List' || node.kind === 'ParenthesizedExpression' ? node.children.slice(1, -1) : []);

const nameOf = (node: Syntax): string | undefined =>
  (node.kind === 'VariableName' || (node.kind === 'PathExpression' && /^[\p{L}\p{N}_.\s]+$/u.test(node.text)) ? node.text.replace(/\s+/g, '') : undefined);

function literalOf({ kind, text }: Syntax): string | number | boolean | undefined {
  if (kind === 'StringLiteral') return stringOf(text);
  if (kind === 'BooleanLiteral') return text === 'true';
  return kind === 'NumericLiteral' ? Number(text.replace(/\s+/g, '')) : undefined;
}
