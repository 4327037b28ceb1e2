import { evaluate, variables } from '../expression/feel.ts';
import type { Data, Json } from '../state.ts';
import { readCondition, representatives, type Condition } from './condition.ts';

/** What conditions have answered about data that have not changed since, by their keys. */
export type Facts = ReadonlyMap<string, boolean>;

/** A condition over the data of a process; a called process has data of its own. */
export interface Asked {
  readonly process: string;
  readonly text: string;
}

/** No name of a process, and no path, has a line end. */
const mark = '\n';

/** The same text, name or path in different processes is different. */
export const within = (process: string, text: string): string => `${process}${mark}${text}`;

const inside = (key: string): string => key.slice(key.indexOf(mark) + 1);

/** All values that paths can have, where that is known, such as the answers of a form's field: by process, then by path. */
export type Given = ReadonlyMap<string, ReadonlyMap<string, readonly Json[]>>;

const mostCombinations = 20_000;
const timeless = '2000-01-01T00:00:00Z';

/** A condition as it is known: what it reads, with the process it reads it in (`within`). */
type Known = Condition & Asked;

/** Tells which answers of conditions can be true together. */
export class Knowledge {
  readonly #conditions = new Map<string, Known>();
  readonly #values = new Map<string, readonly Json[]>();
  readonly #given: Given;
  readonly #understood = new Map<string, boolean>();
  readonly #possible = new Map<string, Data | undefined>();

  constructor(asked: Iterable<Asked>, given: Given = new Map()) {
    this.#given = given;
    const compared = new Map<string, Json[]>();
    for (const { process, text } of asked) {
      const { paths, roots, values } = readCondition(text);
      const of = (names: readonly string[]): readonly string[] => names.map((name) => within(process, name));
      const own = values && new Map([...values].map(([path, all]) => [within(process, path), all]));
      this.#conditions.set(within(process, text), { process, text, paths: of(paths), roots: of(roots), ...(own && { values: own }) });
      for (const [path, all] of own ?? []) compared.set(path, [...compared.get(path) ?? [], ...all]);
    }
    for (const [path, values] of compared) {
      const all = representatives(values, this.#valuesGiven(path));
      if (all) this.#values.set(path, all);
    }
  }

  condition(key: string): Known {
    return this.#conditions.get(key)!;
  }

  has(key: string): boolean {
    return this.#conditions.has(key);
  }

  /** Names that conditions of the process read. */
  rootsIn(process: string): readonly string[] {
    return [...new Set([...this.#conditions.values()].filter((condition) => condition.process === process).flatMap(({ roots }) => roots))];
  }

  /** Whether all that the condition may read, and its answers, are understood. */
  understands(key: string): boolean {
    let answer = this.#understood.get(key);
    if (answer === undefined) {
      const { values, paths } = this.condition(key);
      this.#understood.set(key, (answer = values !== undefined && paths.every((path) => this.#values.has(path))));
    }
    return answer;
  }

  /** Whether all values are known that the condition may read. */
  lists(key: string): boolean {
    return this.condition(key).paths.every((path) => this.#valuesGiven(path) !== undefined);
  }

  /** All values that an expression over the data of a process can have, where all that it reads is listed; it may have none. */
  valuesOf({ process, text }: Asked): readonly Json[] | undefined {
    if (/\b(?:now|today)\s*\(/.test(text)) return undefined;
    let all: readonly (readonly (readonly [path: string, value: Json])[])[] = [[]];
    for (const path of variables(text)) {
      const values = this.#valuesGiven(within(process, path));
      if (!values || values.length * all.length > mostCombinations) return undefined;
      all = all.flatMap((some) => values.map((value) => [...some, [path, value] as const]));
    }
    return all.flatMap((some) => {
      const data: Record<string, Json> = {};
      for (const [path, value] of some) put(data, path.split('.'), value);
      const answer = evaluate(text, data, timeless);
      return 'failed' in answer || answer.missing.length > 0 ? [] : [answer.value];
    });
  }

  #valuesGiven(path: string): readonly Json[] | undefined {
    return this.#given.get(path.slice(0, path.indexOf(mark)))?.get(inside(path));
  }

  /**
   * Data of one process with which all these answers about them are given together, if there can be any; answers that are not
   * understood are possible with any data. `withNull`: null stands among them too where nobody says which values there are.
   */
  example(facts: Facts, withNull = false): Data | undefined {
    const known = [...facts].filter(([key]) => this.understands(key)).toSorted(([left], [right]) => (left < right ? -1 : 1));
    const key = known.reduce((text, [condition, answer]) => `${text}${condition.length}${answer ? '+' : '-'}${condition}`, withNull ? 'null ' : '');
    if (!this.#possible.has(key)) this.#possible.set(key, this.#search(known) ?? (withNull ? this.#search(known, [null]) : undefined));
    return this.#possible.get(key);
  }

  /** The facts beside which a new answer about the paths must be possible: all that are joined to it by what they read. */
  joined(facts: Facts, key: string): Facts {
    const paths = new Set(this.condition(key).paths);
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
    const paths = [...new Set(known.flatMap(([key]) => this.condition(key).paths))];
    const data: Record<string, Json> = {};
    let left = mostCombinations;
    const tried = (index: number): Data | undefined => {
      left -= 1;
      if (left <= 0) return data;
      const decided = known.filter(([key]) => this.condition(key).paths.every((path) => paths.indexOf(path) < index));
      if (decided.some(([key, answer]) => valueOf(this.condition(key).text, data) !== answer)) return undefined;
      if (index === paths.length) return structuredClone(data);
      const path = paths[index]!;
      for (const value of [...this.#values.get(path)!, ...this.#valuesGiven(path) ? [] : unknown]) {
        put(data, inside(path).split('.'), value);
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
