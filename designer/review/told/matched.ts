/** Which things of two lists are the same, by their places in each: those that both have, that came, that went; `moved` are those of both that changed places with the rest, the fewest that explain the order, by their places in the later list. */
export interface Matched {
  readonly kept: readonly (readonly [before: number, after: number])[];
  readonly come: readonly number[];
  readonly gone: readonly number[];
  readonly moved: readonly number[];
}

/** By what each is known; without that, what says the same in the same order is the same, and between such what stands in the place of another. */
export function matched<T>(before: readonly T[], after: readonly T[], id?: (value: T) => string, isAlike: (one: T, other: T) => boolean = () => true): Matched {
  const kept = id ? byId(before, after, id) : byPlace(before, after, isAlike);
  const [were, are] = [new Set(kept.map(([was]) => was)), new Set(kept.map(([, is]) => is))];
  return {
    kept, come: [...after.keys()].filter((index) => !are.has(index)), gone: [...before.keys()].filter((index) => !were.has(index)),
    moved: outOfOrder(kept),
  };
}

/** Of several with the same id each is known by which of them it is. */
function byId<T>(before: readonly T[], after: readonly T[], id: (value: T) => string): readonly (readonly [number, number])[] {
  const named = (values: readonly T[]): readonly string[] => {
    const seen = new Map<string, number>();
    return values.map((value) => {
      const name = id(value);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return `${nth} ${name}`;
    });
  };
  const old = new Map(named(before).map((name, index) => [name, index]));
  return named(after).flatMap((name, index) => (old.has(name) ? [[old.get(name)!, index] as const] : []));
}

function byPlace<T>(before: readonly T[], after: readonly T[], isAlike: (one: T, other: T) => boolean): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...together(before, after), [before.length, after.length] as const]) {
    const left = Array.from({ length: was - from }, (_, index) => from + index);
    for (let index = to; index < is; index += 1) {
      const at = left.findIndex((one) => isAlike(before[one]!, after[index]!));
      if (at >= 0) pairs.push([left.splice(at, 1)[0]!, index]);
    }
    if (was < before.length) pairs.push([was, is]);
    [from, to] = [was + 1, is + 1];
  }
  return pairs;
}

/** The longest row of things that both have in this order, by their places in each. */
function together(before: readonly unknown[], after: readonly unknown[]): readonly (readonly [number, number])[] {
  const [one, other] = [before, after].map((values) => values.map((value) => JSON.stringify(value))) as [string[], string[]];
  const longest: number[][] = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) longest[i]![j] = one[i] === other[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** All but the longest row of things that kept their order among themselves. */
function outOfOrder(kept: Matched['kept']): readonly number[] {
  const rows: { readonly length: number; readonly former: number }[] = [];
  for (const [was] of kept) {
    const former = rows.reduce((best, row, at) => (kept[at]![0] < was && row.length > (rows[best]?.length ?? 0) ? at : best), -1);
    rows.push({ length: (rows[former]?.length ?? 0) + 1, former });
  }
  const stayed = new Set<number>();
  for (let at = rows.reduce((best, { length }, index) => (length > (rows[best]?.length ?? 0) ? index : best), -1); at >= 0; at = rows[at]!.former) stayed.add(at);
  return kept.flatMap(([, is], index) => (stayed.has(index) ? [] : [is]));
}
