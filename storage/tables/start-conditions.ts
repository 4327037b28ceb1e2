import { table } from '../table.ts';

/** A condition by which dossiers of a procedure begin, as it was when facts were last told of it. */
export interface StartConditionRow {
  readonly procedureKey: string;
  /** The start event; `part` numbers its events when it has several, else 0. */
  readonly node: string;
  readonly part: number;
  /** As it is drawn: of one that is drawn otherwise nothing is known. */
  readonly condition: string;
  readonly held: boolean;
  /** Since when it has held, or not. */
  readonly since: string;
}

export const startConditions = table<StartConditionRow>({
  name: 'startConditions',
  key: ['procedureKey', 'node', 'part'],
  columns: { procedureKey: 'text', node: 'text', part: 'integer', condition: 'text', held: 'flag', since: 'text' },
});
