/** Steps of a JSON Pointer (RFC 6901): `/agency/name` → `agency`, `name`. */
const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const memberOf = (value: unknown, step: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Readonly<Record<string, unknown>>)[step] : undefined);

/** What stands at a pointer; undefined where nothing does. */
export const valueAt = (value: unknown, pointer: string): unknown => stepsOf(pointer).reduce(memberOf, value);

/** The value with another one at a pointer, or with none there; as it is where the way to it is not there. */
export const withValueAt = (value: unknown, pointer: string, next: unknown): unknown => replaced(value, stepsOf(pointer), next);

function replaced(value: unknown, [step, ...rest]: readonly string[], next: unknown): unknown {
  if (step === undefined) return next;
  if (typeof value !== 'object' || value === null) return value;
  const inside = rest.length === 0 ? next : replaced(memberOf(value, step), rest, next);
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(step) && Number(step) < value.length ? value.toSpliced(Number(step), 1, ...(inside === undefined ? [] : [inside])) : value;
  if (inside === undefined && !Object.hasOwn(value, step)) return value;
  const members = Object.entries(value).flatMap(([name, was]) => (name === step ? (inside === undefined ? [] : [[name, inside]]) : [[name, was]]));
  return Object.fromEntries(Object.hasOwn(value, step) ? members : [...members, [step, inside]]);
}
