import { readersWhy } from '../conditions/feel/why.ts';
import type { Text } from '../words.ts';
import type { DecisionView } from './table-file.ts';

/** What the words of the engine are about, as the page calls it. */
export interface Called {
  readonly decisions: readonly DecisionView[];
  /** Of an input, by its name or the title of its column. */
  readonly labelOf: (name: string) => string;
}

const place = /^the (?:decision "([^"]*)"|input "[^"]*"|rule (\S+)): /;

/** A row of a table as people count it. */
function rowOf(id: string, { decisions }: Called, text: Text): string {
  for (const decision of decisions) {
    const at = decision.kind === 'table' ? decision.rules.findIndex((rule) => rule.id === id) : -1;
    if (at >= 0) return text('tryRow', { number: at + 1, table: decision.title });
  }
  return id;
}
/** Rows by their ids, apart by commas. */
export const rowsOf = (ids: string, called: Called, text: Text): string => ids.split(', ').map((id) => rowOf(id, called, text)).join(', ');

/** Why a case has no answer, as a person reads it: the table and its row by their names, and what to do. */
export function whyNot(failed: string, called: Called, text: Text): string {
  let said = failed;
  let [table, row]: readonly (string | undefined)[] = [];
  for (let found = place.exec(said); found; found = place.exec(said)) {
    [table, row] = [found[1] ?? table, found[2] ?? row];
    said = said.slice(found[0].length);
  }
  const named = called.decisions.find(({ id, titles }) => id === table || titles.vi === table)?.title ?? table ?? '';
  if (said.startsWith('expected a rule to match')) return text('tryNoRow', { table: named });
  const several = /^expected one rule to match, but the rules (.+?) do, for /.exec(said);
  if (several) return text('tryManyRows', { rows: rowsOf(several[1]!, called, text) });
  const apart = /^expected all matching rules to answer the same, but the rules (.+?) do not, for /.exec(said);
  if (apart) return text('tryApart', { rows: rowsOf(apart[1]!, called, text) });
  const unlisted = /^expected "(.+?)" to be one of .+, but it is (.+)$/.exec(said);
  if (unlisted) return text('tryUnlisted', { name: called.labelOf(unlisted[1]!), value: unlisted[2]!.replaceAll('"', '') });
  const unfit = /^expected "(.+?)" to be .+, but (?:it is|came) .+$/.exec(said);
  if (unfit) return text('tryUnfit', { name: called.labelOf(unfit[1]!) });
  return row === undefined ? text('tryFault', { why: readersWhy(said) }) : text('tryRowFault', { row: rowOf(row, called, text), why: readersWhy(said) });
}

/** What an answer had to do without, as a person reads it. */
export function warnedOf(warning: string, called: Called, text: Text): string {
  const missing = /^"(.+)" is missing in the data/.exec(warning);
  if (missing) return text('tryMissing', { name: called.labelOf(missing[1]!) });
  const strange = /^"(.+)" is .+, which is not what its type says/.exec(warning);
  if (strange) return text('tryStrange', { name: called.decisions.find(({ id }) => id === strange[1])?.title ?? strange[1]! });
  const unfit = /^(.+)\(\): the arguments do not fit$/.exec(warning);
  if (unfit) return text('tryNoSense', { formula: `${unfit[1]}()` });
  return warning.startsWith('the condition is neither') ? text('tryNeither') : text('tryWarned');
}
