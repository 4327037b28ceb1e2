import { compile } from './compile.ts';
import { hints, oddNames } from './names.ts';
import { Refusal } from './run.ts';
import type { Code } from './run.ts';
import { parse } from './syntax.ts';
import { compileTests } from './tests.ts';
import type { Context } from './value.ts';

export type As = 'expression' | 'tests';

const cacheSize = 2_000;
const cache = new Map<string, Code>();

/** The code of an expression, compiled once per text; running it throws when the text cannot be compiled. `names` are those it will run over. */
export function prepare(text: string, as: As, names: Context): Code {
  const key = `${as}:${text}`;
  const known = cache.get(key);
  const odd = oddNames(names, text);
  if (known !== undefined && odd.length === 0) return known;
  // A text that may mean a name such as "Mike's age" parses differently with other data, so it is not kept.
  const fresh = compileOrFail(text, as, odd.length === 0 ? {} : hints(names, text));
  if (odd.length === 0) {
    if (cache.size >= cacheSize) cache.clear();
    cache.set(key, fresh);
  }
  return fresh;
}

// What cannot be compiled is kept as well: a wrong condition must not cost a parse each time it is asked.
function compileOrFail(text: string, as: As, context: Context): Code {
  try {
    const tree = parse(text, as, context);
    return (as === 'tests' ? compileTests : compile)(tree);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * An error in the words of the expression's author. Only a Refusal is written for people;
 * a RangeError is the stack or the memory, anything else came out of the calendar or the parser.
 */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return `the expression cannot be carried out: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown reason'}`;
}
