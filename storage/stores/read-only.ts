import type { Rows } from '../table.ts';

/** The same rows, to look at only. */
export function readOnly<Row extends object>(rows: Rows<Row>): Rows<Row> {
  const refuse = (): Promise<never> => Promise.reject(new Error('expected only reading inside store.read, but something was to be written; use store.transaction'));
  return { ...rows, insert: refuse, insertIfAbsent: refuse, update: refuse, remove: refuse };
}
