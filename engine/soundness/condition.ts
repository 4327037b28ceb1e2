import { evaluate, variables } from '../expression/feel.ts';
import { parse, type Syntax } from '../expression/syntax.ts';
import type { Json } from '../state.ts';

/** What a condition reads, and the values that tell its answers apart. */
export interface Condition {
  readonly text: string;
  readonly paths: readonly string[];
  /** The names at which the paths begin. */
  readonly roots: readonly string[];
  /** Values by path; absent when the condition compares more than paths with plain values, so that any answer is possible. */
  readonly values?: ReadonlyMap<string, readonly Json[]>;
}

/** No text that anyone types. */
const otherText = '\u0000';
const timeless = '2000-01-01T00:00:00Z';

/** Reads a condition: its paths and the plain values that each is compared with. */
export const readCondition = (text: string): Condition => {
  const paths = variables(text).toSorted();
  const values = new Map<string, Json[]>();
  const isPlain = paths.length > 0 && !/\b(?:now|today)\s*\(/.test(text) && collect(parse(text, 'expression', {}), values) && paths.every((path) => values.has(path));
  const roots = [...new Set(paths.map((path) => path.split('.')[0]!))];
  return isPlain ? { text, paths, roots, values } : { text, paths, roots };
};

const comparisons = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** Gathers the values that paths are compared with; whether the whole consists of such comparisons. */
const collect = (node: Syntax, values: Map<string, Json[]>): boolean => {
  const parts = node.children;
  const add = (path: string, ...more: readonly Json[]): true => {
    values.set(path, [...values.get(path) ?? [], ...more]);
    return true;
  };
  switch (node.kind) {
    case 'Expression':
    case 'ParenthesizedExpression': return parts.filter(({ kind }) => kind !== '(' && kind !== ')').every((part) => collect(part, values));
    case 'Conjunction':
    case 'Disjunction': return parts.filter(({ kind }) => kind !== 'and' && kind !== 'or').every((part) => collect(part, values));
    case 'BooleanLiteral': return true;
    case 'IfExpression': return parts.filter(({ kind }) => !conditionals.has(kind)).every((part) => collect(part, values));
    case 'VariableName':
    case 'PathExpression': return isPath(node) && add(node.text, true, false);
    case 'FunctionInvocation': {
      const given = parts.find(({ kind }) => kind === 'PositionalParameters')?.children ?? [];
      if (parts[0]!.text === 'not' && given.length === 1) return collect(given[0]!, values);
      const value = given.length === 2 ? literal(given[1]!) : undefined;
      if (isAnswered(node)) return true;
      return parts[0]!.text === 'list contains' && value !== undefined && isPath(given[0]!) && add(given[0]!.text, [], [value]);
    }
    case 'Comparison': {
      const [left, operator, right] = parts;
      if (!left || !operator || !right) return false;
      if (operator.kind === 'CompareOp' && [left, right].every((side) => isChosen(side, values))) return true;
      const [path, other] = isPath(left) ? [left, right] : [right, left];
      if (!isPath(path)) return false;
      if (operator.kind === 'CompareOp' && comparisons.has(operator.text)) {
        const value = literal(other);
        const isOrder = operator.text.includes('<') || operator.text.includes('>');
        return value !== undefined && !(isOrder && typeof value !== 'number') && add(path.text, value);
      }
      const tested = parts.slice(operator.kind === 'in' || operator.kind === 'between' ? 2 : parts.length).map(ends);
      return path === left && tested.length > 0 && tested.every((found) => found !== undefined) && add(path.text, ...tested.flatMap((found) => found!));
    }
    default: return false;
  }
};

const conditionals = new Set(['if', 'then', 'else']);

/** Whether an expression is a plain value, or one of several by conditions that are gathered. */
const isChosen = (node: Syntax, values: Map<string, Json[]>): boolean => {
  if (literal(node) !== undefined) return true;
  const parts = node.children.filter(({ kind }) => kind !== '(' && kind !== ')' && !conditionals.has(kind));
  if (node.kind === 'ParenthesizedExpression') return parts.every((part) => isChosen(part, values));
  return node.kind === 'IfExpression' && collect(parts[0]!, values) && parts.slice(1).every((part) => isChosen(part, values));
};

/** Whether an expression that reads nothing is true or false. */
const isAnswered = ({ text }: Syntax): boolean => {
  if (variables(text).length > 0) return false;
  const answer = evaluate(text, {}, timeless);
  return !('failed' in answer) && typeof answer.value === 'boolean';
};

const isPath = ({ kind, text, children }: Syntax): boolean => kind === 'VariableName' || (kind === 'PathExpression' && isPath(children[0]!) && !/[\s[\](]/.test(text));

const literal = (node: Syntax): Json | undefined => {
  if (!['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'null'].includes(node.kind)) return undefined;
  const answer = evaluate(node.text, {}, timeless);
  return 'failed' in answer ? undefined : answer.value;
};

const marks = new Set(['(', ')', '[', ']', '..', 'and', ',', 'CompareOp', '<', '>']);

/** The plain values that a test speaks of: alternatives and ends of intervals. */
const ends = (node: Syntax): readonly Json[] | undefined => {
  if (marks.has(node.kind)) return [];
  const value = literal(node);
  if (value !== undefined) return typeof value === 'string' && node.kind !== 'StringLiteral' ? undefined : [value];
  if (!['PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'Interval'].includes(node.kind)) return undefined;
  const found = node.children.map(ends);
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
};

/**
 * Values of which one stands for each that the comparisons of a path can tell apart. `given` are all there can be, when that is
 * known. Nothing when they are too many.
 */
export const representatives = (compared: readonly Json[], given?: readonly Json[]): readonly Json[] | undefined => {
  if (given) return given;
  const numbers = [...new Set(compared.filter((value) => typeof value === 'number'))].toSorted((left, right) => left - right);
  const texts = [...new Set(compared.filter((value) => typeof value === 'string'))];
  const listed = [...new Set(compared.flatMap((value) => (Array.isArray(value) ? value as Json[] : [])))];
  if (listed.length > mostListed) return undefined;
  return [
    ...(compared.some((value) => typeof value === 'boolean') ? [true, false] : []),
    ...(compared.includes(null) ? [null] : []),
    ...texts, ...(texts.length > 0 || compared.every((value) => value === null) ? [otherText] : []),
    ...numbers.flatMap((bound, index) => [bound, index + 1 < numbers.length ? (bound + numbers[index + 1]!) / 2 : bound + 1]), ...(numbers.length > 0 ? [numbers[0]! - 1] : []),
    ...(compared.some(Array.isArray) ? subsets(listed) : []),
  ];
};

const mostListed = 6;

const subsets = (values: readonly Json[]): readonly (readonly Json[])[] =>
  values.reduce<readonly (readonly Json[])[]>((lists, value) => [...lists, ...lists.map((list) => [...list, value])], [[]]);
