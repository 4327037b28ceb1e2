import type { BegunRow } from '../../server/api/begun.ts';

type Turn = BegunRow['turns'][number];

export interface Holder extends Pick<Turn, 'person' | 'role' | 'unit'> {
  /** Names the holder in the address of the page. */
  readonly value: string;
  readonly count: number;
  readonly late: number;
}

export const isLate = ({ clock }: Pick<BegunRow, 'clock'>): boolean => clock.verdict === 'late';

const valueOf = ({ person, role, unit }: Turn): string => person?.id ?? `${unit.id}:${role}`;

/** Whether its first turn is theirs: what else is open, such as a reminder, is somebody's besides. */
export const isHeldBy = ({ turns: [turn] }: Pick<BegunRow, 'turns'>, value: string): boolean => turn !== undefined && valueOf(turn) === value;

/** Who has something in hand, those who are late with most first. */
export function holdersOf(rows: readonly Pick<BegunRow, 'turns' | 'clock'>[]): readonly Holder[] {
  const held = Map.groupBy(rows.filter(({ turns }) => turns.length > 0), ({ turns }) => valueOf(turns[0]!));
  return [...held]
    .map(([value, own]) => ({ value, ...own[0]!.turns[0]!, count: own.length, late: own.filter(isLate).length }))
    .toSorted((one, other) => other.late - one.late || other.count - one.count || (one.value < other.value ? -1 : 1));
}
