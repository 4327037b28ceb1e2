/** Where something stands in JSON: `['sheet', 'steps', 2, 'name']`. */
export type Path = readonly (string | number)[];

/** The value with another part at a path; `undefined` takes a member away. Nothing else is touched or copied. */
export function withAt<V>(value: V, [step, ...rest]: Path, next: unknown): V {
  if (step === undefined) return next as V;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === step ? withAt(item, rest, next) : item)) as V;
  const members = (value ?? {}) as Readonly<Record<string, unknown>>;
  const part = withAt(members[step], rest, next);
  const { [step]: _former, ...others } = members;
  // a member that is there keeps its place among the others
  return (part === undefined ? others : { ...members, [step]: part }) as V;
}

/** The list with one item another place up (-1) or down (1); the same list at its ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = list[index];
  const other = list[index + by];
  return item === undefined || other === undefined ? list : list.with(index, other).with(index + by, item);
}
