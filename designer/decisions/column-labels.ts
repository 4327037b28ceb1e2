import type { Option } from '../../forms/form.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { date } from '../../ui/format.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { allowed } from './column-kind.ts';

/** Outputs that are amounts of money in every procedure. */
export const moneyNames: ReadonlySet<string> = new Set(['unitPrice', 'amount', 'total']);
const levy = ['levy', 'charge'] as const;
export const channels = ['online', 'counter', 'post', 'office'] as const;

/** The law that each basis of a table names, with the days of its force. */
export const lawLabels = (procedure: Procedure | undefined, text: Text): ReadonlyMap<string, string> =>
  new Map((procedure?.legalBasis ?? []).map(({ id, number, from, to }) => [id, [number, from === undefined ? '' : text('validSince', { from: date(from) }), to === undefined ? '' : text('validUntil', { to: date(to) })].filter(Boolean).join(', ')]));

/** What coded values of a column mean, where somebody names them; `options` are those of the question that it asks. What may be chosen without being a question is called as it is written. */
export function columnLabels(name: string, values: string, options: readonly Option[] | undefined, { laws, text, language }: { readonly laws: ReadonlyMap<string, string>; readonly text: Text; readonly language: Language }): ReadonlyMap<string, string> {
  if (name === 'basis') return laws;
  if (name === 'kind') return new Map(levy.map((value) => [value, text(`feeKind_${value}`)]));
  if (name === 'channel') return new Map(channels.map((value) => [value, text(`channel_${value}`)]));
  if (options) return new Map(options.map(({ value, label }) => [String(value), pick(label, language)]));
  return new Map(allowed(values).map((value) => [value, value]));
}
