import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What came of one suite; each failure says why in words of the standard. */
export interface SuiteResult {
  readonly suite: string;
  readonly total: number;
  readonly passed: number;
  readonly failures: readonly { readonly id: string; readonly reason: string }[];
}

const folder = process.env['MOTCUA_CONFORMANCE'] ?? join(import.meta.dirname, '../../../shared/conformance');

/** Whether the test data of others is at hand; it is read where it stands, never copied. */
export const isAtHand = (suite: string): boolean => existsSync(join(folder, suite));

export const conformanceFile = (suite: string, ...path: readonly string[]): string => join(folder, suite, ...path);
