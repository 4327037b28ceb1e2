import { RE2JS } from 're2js';
import { Refusal, spend } from './run.ts';
import type { Run } from './run.ts';
import { bounded } from './value.ts';

const patternLimit = 1_000;
const flagBits: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE, x: 0 };
const compiled = new Map<string, RE2JS>();

/** A pattern that is matched in linear time, whatever its author wrote; null when it is no pattern. */
function compilePattern(pattern: string, flags: string, input: string, run: Run): RE2JS | null {
  if (pattern.length > patternLimit) throw new Refusal(`expected a pattern of at most ${patternLimit} characters, but it has ${pattern.length}`);
  const key = `${flags}/${pattern}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    const bits = [...flags].map((flag) => flagBits[flag]);
    if (bits.includes(undefined)) return null;
    try {
      expression = RE2JS.compile(flags.includes('x') ? pattern.replace(/\s+/g, '') : pattern, bits.reduce<number>((all, bit) => all | bit!, 0));
    } catch {
      return null;
    }
    spend(run, 100 + expression.programSize());
    if (compiled.size > 500) compiled.clear();
    compiled.set(key, expression);
  }
  spend(run, (input.length * expression.programSize()) >> 3);
  return expression;
}

export function matches(run: Run, input: string, pattern: string, flags: string | null): boolean | null {
  return compilePattern(pattern, flags ?? '', input, run)?.matcher(input).find() ?? null;
}

/** `$1` … `$9` stand for groups, `$0` for the whole match (XPath fn:replace). */
export function replace(run: Run, input: string, pattern: string, replacement: string, flags: string | null): string | null {
  const expression = compilePattern(pattern, flags ?? '', input, run);
  if (expression === null) return null;
  const matcher = expression.matcher(input);
  let result = '';
  let end = 0;
  while (matcher.find()) {
    const filled = replacement.replace(/\\(.)|\$(\d)/g, (_all, escaped: string | undefined, group: string) => escaped ?? (Number(group) <= matcher.groupCount() ? (matcher.group(Number(group)) ?? '') : ''));
    result = bounded(result + input.slice(end, matcher.start()) + filled);
    end = matcher.end();
    spend(run, 10 + (replacement.length >> 4));
  }
  return bounded(result + input.slice(end));
}

export function split(run: Run, input: string, delimiter: string): string[] | null {
  const expression = compilePattern(delimiter, '', input, run);
  if (expression === null) return null;
  const matcher = expression.matcher(input);
  const parts: string[] = [];
  let end = 0;
  while (matcher.find()) {
    if (matcher.end() === 0) continue;
    spend(run, 10);
    parts.push(input.slice(end, matcher.start()));
    end = matcher.end();
  }
  return [...parts, input.slice(end)];
}

/** Every place that the pattern fits, one after another. */
export function extract(run: Run, input: string, pattern: string): string[] | null {
  const matcher = compilePattern(pattern, '', input, run)?.matcher(input);
  if (matcher === undefined) return null;
  const found: string[] = [];
  while (matcher.find()) {
    spend(run, 10);
    found.push(matcher.group()!);
  }
  return found;
}
