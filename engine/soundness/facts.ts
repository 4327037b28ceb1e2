import { evaluate } from '../expression/feel.ts';
import type { Data, Json } from '../state.ts';
import { readCondition, representatives, type Condition } from './condition.ts';

/** What conditions have answered about data that have not changed since, by their text. */
export type Facts = ReadonlyMap<string, boolean>;

const mostCombinations = 20_000;
const timeless = '2000-01-01T00:00:00Z';

/** Tells which answers of conditions can be true together. */
export class Knowledge {
  readonly #conditions = new Map<string, Condition>();
  readonly #values = new Map<string, readonly Json[]>();
  readonly #given: ReadonlyMap<string, readonly Json[]>;
  readonly #possible = new Map<string, Data | undefined>();

  /** `given`: all values that a path can have, where that is known, such as the answers of a form's field. */
  constructor(texts: Iterable<string>, given: ReadonlyMap<string, readonly Json[]> = new Map()) {
    this.#given = given;
    const compared = new Map<string, Json[]>();
    for (const text of texts) {
      const condition = readCondition(text);
      this.#conditions.set(text, condition);
      for (const [path, values] of condition.values ?? []) compared.set(path, [...compared.get(path) ?? [], ...values]);
    }
    for (const [path, values] of compared) {
      const all = representatives(values, given.get(path));
      if (all) this.#values.set(path, all);
    }
  }

  condition(text: string): Condition {
    return this.#conditions.get(text)!;
  }

  /** Whether all that the condition may read, and its answers, are understood. */
  understands(text: string): boolean {
    const { values, paths } = this.condition(text);
    return values !== undefined && paths.every((path) => this.#values.has(path));
  }

  /**
   * Data with which all these answers are given together, if there can be any; answers that are not understood are possible with
   * any data. `withNull`: null stands among them too where nobody says which values there are.
   */
  example(facts: Facts, withNull = false): Data | undefined {
    const known = [...facts].filter(([text]) => this.understands(text)).toSorted(([left], [right]) => (left < right ? -1 : 1));
    const key = `${JSON.stringify(known)}${withNull}`;
    if (!this.#possible.has(key)) this.#possible.set(key, this.#search(known) ?? (withNull ? this.#search(known, [null]) : undefined));
    return this.#possible.get(key);
  }

  /** The facts beside which a new answer about the paths must be possible: all that are joined to it by what they read. */
  joined(facts: Facts, text: string): Facts {
    const paths = new Set(this.condition(text).paths);
    const found = new Map<string, boolean>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const [other, answer] of facts) {
        if (found.has(other) || !this.condition(other).paths.some((path) => paths.has(path))) continue;
        found.set(other, answer);
        for (const path of this.condition(other).paths) paths.add(path);
        grown = true;
      }
    }
    return found;
  }

  #search(known: readonly (readonly [string, boolean])[], unknown: readonly Json[] = []): Data | undefined {
    const paths = [...new Set(known.flatMap(([text]) => this.condition(text).paths))];
    const data: Record<string, Json> = {};
    let left = mostCombinations;
    const tried = (index: number): Data | undefined => {
      left -= 1;
      if (left <= 0) return data;
      const decided = known.filter(([text]) => this.condition(text).paths.every((path) => paths.indexOf(path) < index));
      if (decided.some(([text, answer]) => valueOf(text, data) !== answer)) return undefined;
      if (index === paths.length) return structuredClone(data);
      const path = paths[index]!;
      for (const value of [...this.#values.get(path)!, ...this.#given.has(path) ? [] : unknown]) {
        put(data, path.split('.'), value);
        const found = tried(index + 1);
        if (found) return found;
      }
      return undefined;
    };
    return tried(0);
  }
}

/** Neither true nor false is an incident at run time, and no answer. */
const valueOf = (text: string, data: Data): Json => {
  const answer = evaluate(text, data, timeless);
  return 'failed' in answer ? null : answer.value;
};

const put = (data: Record<string, Json>, [first, ...rest]: readonly string[], value: Json): void => {
  if (rest.length === 0) {
    data[first!] = value;
    return;
  }
  const within = data[first!];
  const inner = typeof within === 'object' && within !== null && !Array.isArray(within) ? within as Record<string, Json> : {};
  data[first!] = inner;
  put(inner, rest, value);
};
