import type { LocalText } from '../engine/definition.ts';
import type { Conflict, Mark } from './procedure.ts';

export interface Reading {
  readonly value: LocalText;
  /** It is the one that limits, tables and papers follow. */
  readonly used: boolean;
  readonly source: string;
  readonly mark: Mark;
}

/** What each source says, in both languages. */
export const readingsOf = ({ readings, used }: Pick<Conflict, 'readings' | 'used'>): readonly Reading[] =>
  readings.map(({ value, source, mark }) => {
    const said = typeof value === 'string' ? { vi: value, en: value } : value;
    return { value: said, used: said.vi === used, source, mark };
  });
