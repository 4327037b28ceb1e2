/**
 * A place that keeps the last thing made, by its key: asked with the same key it gives that again, so that only what a change has touched
 * is made anew. `lasts` says whether what was made may be given again.
 */
export const remembered = <V>(lasts: (value: V) => boolean = () => true): ((key: string, make: () => V) => V) => {
  let last: { readonly key: string; readonly value: V } | undefined;
  return (key, make) => {
    if (last?.key === key) return last.value;
    const value = make();
    last = lasts(value) ? { key, value } : undefined;
    return value;
  };
};
