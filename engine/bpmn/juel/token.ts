/** What keeps an expression of the Unified Expression Language from being FEEL, in plain words. */
export class Untranslatable extends Error {}

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'mark' | 'end';
  /** As it means, for texts without quotes and escapes. */
  readonly value: string;
  readonly at: number;
}

const patterns = {
  space: /\s+/y,
  number: /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y,
  name: /[\p{L}_$][\p{L}\p{N}_$]*/uy,
  text: /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/sy,
  mark: /&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()[\]]/y,
} as const;

const words: Readonly<Record<string, string>> = {
  and: '&&', or: '||', not: '!', eq: '==', ne: '!=', lt: '<', gt: '>', le: '<=', ge: '>=', div: '/', mod: '%',
};

/** Splits what stands between the braces (JSR 245, Unified Expression Language 2.1, 1.19); word operators become their marks. */
export const tokens = (text: string): readonly Token[] => {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const [kind, value] = next(text, at);
    if (kind === 'name' && Object.hasOwn(words, value)) found.push({ kind: 'mark', value: words[value]!, at });
    else if (kind === 'text') found.push({ kind, value: value.slice(1, -1).replace(/\\(.)/gs, '$1'), at });
    else if (kind !== 'space') found.push({ kind, value, at });
    at += value.length;
  }
  return [...found, { kind: 'end', value: '', at: text.length }];
};

const next = (text: string, at: number): [kind: keyof typeof patterns, value: string] => {
  for (const kind of Object.keys(patterns) as (keyof typeof patterns)[]) {
    const pattern = patterns[kind];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [kind, match[0]];
  }
  throw new Untranslatable(`did not expect "${text.slice(at, at + 20)}" at character ${at + 1}`);
};
