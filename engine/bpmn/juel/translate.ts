import { check } from '../../expression/feel.ts';
import { feelOf, quoted, within } from './feel-text.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { Untranslatable } from './token.ts';

const longest = 2_000;

/** Whether a text of Camunda 7 has expressions in it. */
export const hasJuel = (text: string): boolean => /[$#]\{/.test(text);

type Part = { readonly text: string } | { readonly juel: string };

/** Splits mixed text: `abc ${x} def`. A brace within quotes closes nothing; `\${` is no expression. */
const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    if (text[at] === '\\' && /^[$#]\{/.test(text.slice(at + 1, at + 3))) {
      plain += text.slice(at + 1, at + 3);
      at += 3;
    } else if (/^[$#]\{/.test(text.slice(at, at + 2))) {
      const end = closing(text, at + 2);
      if (plain !== '') parts.push({ text: plain });
      parts.push({ juel: text.slice(at + 2, end) });
      plain = '';
      at = end + 1;
    } else plain += text[at++]!;
  }
  return plain === '' ? parts : [...parts, { text: plain }];
};

const closing = (text: string, from: number): number => {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote !== '' && character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '}') return at;
  }
  throw new Untranslatable('a brace is not closed');
};

/**
 * Translates text with expressions of the Unified Expression Language (`${…}`, `#{…}`, JSR 245) to FEEL of the same meaning.
 * `failed` says in plain words why there is none. Never throws; bounded in length and nesting.
 */
export const translate = (text: string): { readonly feel: string } | { readonly failed: string } => {
  if (text.length > longest) return { failed: `it has more than ${longest} characters` };
  try {
    const parts = partsOf(text.trim());
    const [only] = parts;
    const feel = parts.length === 1 && only && 'juel' in only ? print(parse(only.juel)).text : parts.map(joined).join(' + ');
    const fault = check(feelOf(feel).text);
    return fault === undefined ? { feel } : { failed: `as FEEL, "${feel.slice(0, 100)}", ${fault}` };
  } catch (error) {
    if (error instanceof Untranslatable) return { failed: error.message };
    throw error;
  }
};

/** One part of mixed text; what is null leaves no trace, as in the original. */
const joined = (part: Part): string => {
  if ('text' in part) return quoted(part.text);
  const feel = print(parse(part.juel));
  return `(if ${within(feel, 4)} = null then "" else string(${feel.text}))`;
};
