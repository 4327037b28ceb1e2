import { parser, trackVariables } from 'lezer-feel';
import { bound } from './precedence.ts';
import { Refusal } from './run.ts';

/** A node of the syntax tree, named as in the grammar of FEEL (DMN 1.5, 10.3.1.2). */
export interface Syntax {
  readonly kind: string;
  readonly text: string;
  readonly from: number;
  readonly children: readonly Syntax[];
}

/** The parser takes time with the square of the length of a name; at this one its worst case stays under 0.1 s. */
export const lengthLimit = 1_600;
export const nestingLimit = 400;

/** Parses a whole expression, or the tests of a decision table cell. Throws a Refusal that names the position. */
export function parse(text: string, as: 'expression' | 'tests', context: Record<string, unknown>): Syntax {
  if (text.length > lengthLimit) throw new Refusal(`expected at most ${lengthLimit} characters, but the expression has ${text.length}`);
  if (text.trim() === '') throw new Refusal('expected an expression, but it is empty');
  const tree = treeOf(text, as, context);
  const root = { kind: 'root', text, from: 0, children: [] as Syntax[] };
  const stack = [root];
  tree.iterate({
    enter({ type, name, from, to }) {
      if (type.isSkipped) return false;
      if (stack.length > nestingLimit) throw new Refusal(`expected at most ${nestingLimit} levels of nesting, but the expression has more at ${position(text, from)}`);
      const node = { kind: name, text: text.slice(from, to), from, children: [] };
      stack.at(-1)!.children.push(node);
      stack.push(node);
      return true;
    },
    leave({ type }) {
      if (!type.isSkipped) stack.pop();
    },
  });
  const whole = root.children[0];
  if (whole === undefined) throw new Refusal('expected an expression, but there is none');
  return bound(whole, text);
}

/** Stops at the first fault: the parser's ways around faults take time with the square of the length. */
function treeOf(text: string, as: 'expression' | 'tests', context: Record<string, unknown>): ReturnType<typeof parser.parse> {
  try {
    return parser.configure({ top: as === 'tests' ? 'UnaryTests' : 'Expression', contextTracker: trackVariables(context), strict: true }).parse(readable(text));
  } catch (error) {
    const [, at] = /^No parse at (\d+)/.exec((error as Error).message) ?? [];
    if (at === undefined) throw error;
    throw new Refusal(unexpected(text, Number(at), Number(at)));
  }
}

/**
 * The text as the parser can read it, of the same length. It does not know `range<…>`, which has the form and, here, the length of a
 * list's type, and it stops within Camunda's function `get or else`, whose name holds a word of the language. Texts are left alone.
 */
const readable = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|\brange(?=\s*<\s*\p{L})|\bget\s+or\s+else(?=\s*\()/gu, (found) => (found === 'range' ? 'list ' : found.startsWith('get') ? found.replaceAll(/\s/g, '_') : found));

/** "line 1, column 5", counted from one. */
export function position(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

function unexpected(text: string, from: number, to: number): string {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const word = text.slice(start, Math.max(to, start)).trim() || /^(\p{L}+|\S)/u.exec(text.slice(start))?.[0];
  return word === undefined
    ? `expected the expression to go on, but it ends at ${position(text, text.length)}`
    : `did not expect "${word.slice(0, 40)}" at ${position(text, start)}`;
}
