// Stands in for re2js in the browser. There a slow pattern only slows the tab it was typed in, so the browser's own
// engine does; the server keeps matching in linear time, and its judgement is the one that counts.

class Matcher {
  readonly #pattern: RegExp;
  readonly #input: string;
  #found: RegExpExecArray | null = null;

  constructor(pattern: RegExp, input: string) {
    this.#pattern = pattern;
    this.#input = input;
    pattern.lastIndex = 0;
  }

  find(): boolean {
    this.#found = this.#pattern.exec(this.#input);
    if (this.#found?.[0] === '') this.#pattern.lastIndex += 1;
    return this.#found !== null;
  }

  start = (): number => this.#found?.index ?? -1;
  end = (): number => this.start() + (this.#found?.[0].length ?? 0);
  group = (index: number): string | null => this.#found?.[index] ?? null;
  groupCount = (): number => (this.#found?.length ?? 1) - 1;
}

/** The part of re2js that our expressions use. */
export class RE2JS {
  static readonly CASE_INSENSITIVE = 1;
  static readonly DOTALL = 2;
  static readonly MULTILINE = 4;
  readonly #pattern: RegExp;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  static compile(pattern: string, flags = 0): RE2JS {
    return new RE2JS(new RegExp(pattern, `gu${flags & RE2JS.CASE_INSENSITIVE ? 'i' : ''}${flags & RE2JS.DOTALL ? 's' : ''}${flags & RE2JS.MULTILINE ? 'm' : ''}`));
  }

  matcher = (input: string): Matcher => new Matcher(new RegExp(this.#pattern), input);
  programSize = (): number => this.#pattern.source.length;
}
