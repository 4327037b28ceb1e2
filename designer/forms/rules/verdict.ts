import { evaluate as feel, variables } from '../../../engine/expression/feel.ts';
import type { Data, Json } from '../../../engine/state.ts';
import type { Evaluation } from '../../../forms/evaluate.ts';
import { placesOf, valueAt } from '../../../forms/field-path.ts';
import type { Named } from '../../conditions/named.ts';
import type { Entry } from './entries.ts';
import type { Sentence } from '../../conditions/sentence.ts';
import { writeCondition } from '../../conditions/write-sentence.ts';

/** What a rule makes of the answers tried. */
export interface Verdict {
  /** `value` is a computed result; `none` says that there is no row to judge yet. */
  readonly result: 'holds' | 'not' | 'value' | 'failed' | 'none';
  readonly value?: Json;
  /** Why it failed, in the words of the engine. */
  readonly failed?: string;
  /** What each condition of the sentence says, in its order, with the answer it looked at. */
  readonly parts: readonly { readonly holds: boolean; readonly answer: Json | undefined }[];
  /** For FEEL of its own: what it looked at. */
  readonly looked: readonly { readonly name: string; readonly answer: Json | undefined }[];
}

const none: Verdict = { result: 'none', parts: [], looked: [] };

/** Judges one rule over the answers as the form's rules left them; in a row, over the first row there is. */
export function verdictOf({ target, text, kind }: Entry, sentence: Sentence | undefined, named: readonly Named[], { value }: Evaluation, at: string): Verdict {
  const [place] = target.includes('[]') ? placesOf(value, target) : [target];
  if (place === undefined) return none;
  const row = target.includes('[]') ? place.slice(0, place.lastIndexOf('.')) : undefined;
  const data: Data = row === undefined ? value : { ...value, row: valueAt(value, row) ?? {} };
  const looked = variables(text).map((name) => ({ name, answer: valueOf(name, data, at) }));
  const result = feel(text, data, at);
  if ('failed' in result) return { result: 'failed', failed: result.failed, parts: [], looked };
  if (kind === 'compute') return { result: 'value', value: result.value, parts: [], looked };
  const parts = sentence?.conditions.map((condition) => {
    const one = feel(writeCondition(condition, named.find(({ name }) => name === condition.name)?.kind), data, at);
    return { holds: 'value' in one && one.value === true, answer: valueAt(data, condition.name) };
  }) ?? [];
  return { result: result.value === true ? 'holds' : 'not', parts, looked };
}

/** What a name stands for; of a column the list of all its answers. */
function valueOf(name: string, data: Data, at: string): Json | undefined {
  const result = feel(name, data, at);
  return 'value' in result && result.value !== null && !(Array.isArray(result.value) && result.value.length === 0) ? result.value : undefined;
}
