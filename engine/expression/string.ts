const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', "'": "'" };

/** The text a string literal stands for (DMN 1.5, grammar rules 35 and 64). */
export function stringOf(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:U([0-9a-fA-F]{6})|u([0-9a-fA-F]{4})|(.))/g, (all, long: string | undefined, short: string | undefined, letter: string | undefined) => {
      if (letter !== undefined) return escapes[letter] ?? all;
      const code = Number.parseInt((long ?? short)!, 16);
      return code > 0x10ffff ? all : short === undefined ? String.fromCodePoint(code) : String.fromCharCode(code);
    })
    .normalize('NFC');
}
