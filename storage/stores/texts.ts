import { codec, type Codec } from '../codec.ts';
import type { Among, Where } from '../table.ts';
import type { Bindings } from './sql-where.ts';

/**
 * Texts of statements that were said before, by what they are like: which columns, compared how, in their order. The way to a text
 * is a few short words; the text put together anew, and found among those that are prepared, costs as much as many a statement.
 */
export class Texts {
  readonly #next = new Map<string, Texts>();
  readonly #texts = new Map<string, string>();

  at(word: string): Texts {
    let next = this.#next.get(word);
    if (next === undefined) this.#next.set(word, (next = new Texts()));
    return next;
  }

  text(ending: string, make: () => string): string {
    let text = this.#texts.get(ending);
    if (text === undefined) this.#texts.set(ending, (text = make()));
    return text;
  }
}

const tests = new Set(['lt', 'lte', 'gt', 'gte']);

/** Goes on by the conditions, whose values are added to `bindings`. Nothing, and nothing added, when they are of a kind of which there may be any number. */
export function along<Row extends object>(from: Texts, its: Codec<Row>, where: Where<Row>, bindings: Bindings): Texts | undefined {
  const before = bindings.length;
  let at = from;
  for (const name of Object.keys(where)) {
    const condition: unknown = where[name as keyof Where<Row>];
    if (condition === undefined) continue;
    if (condition === null) at = at.at(name).at(' is null');
    else if (typeof condition !== 'object') {
      bindings.push(its.encodeValue(name, condition));
      at = at.at(name);
    } else {
      const [test, other] = Object.keys(condition);
      // No column is called so.
      if (test === 'among') {
        const inner: Among['among'] = (condition as Among).among;
        const beyond = along(at.at(name).at(` among ${inner.table.name} ${inner.column}`), codec(inner.table), inner.where, bindings);
        if (beyond !== undefined) {
          at = beyond.at(' end');
          continue;
        }
      }
      if (test === undefined || other !== undefined || !tests.has(test)) {
        bindings.length = before;
        return undefined;
      }
      bindings.push(its.encodeValue(name, (condition as Readonly<Record<string, unknown>>)[test]));
      at = at.at(name).at(` ${test}`);
    }
  }
  return at;
}
