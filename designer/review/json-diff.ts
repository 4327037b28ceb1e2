export interface Difference {
  /** `legalBasis.2.number`; items of lists are counted from 1. */
  readonly place: string;
  /** As people read it; nothing where there was, or is, none. */
  readonly from: string;
  readonly to: string;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const said = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The single values in which two JSON values differ, in the order of the later one. A whole group that came or went is one difference. */
export function differences(before: unknown, after: unknown, place = ''): Difference[] {
  if (!isGroup(before) || !isGroup(after)) return said(before) === said(after) ? [] : [{ place, from: said(before), to: said(after) }];
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const step = (name: string) => (Array.isArray(after) ? String(Number(name) + 1) : name);
  return names.flatMap((name) => differences(before[name], after[name], place === '' ? step(name) : `${place}.${step(name)}`));
}
