/** Freezes a value and everything in it, however deep. */
export const freeze = <T>(value: T): T => {
  const work: unknown[] = [value];
  for (let next = work.pop(); work.length > 0 || next !== undefined; next = work.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    work.push(...Object.values(next));
  }
  return value;
};
