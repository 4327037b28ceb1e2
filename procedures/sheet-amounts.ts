import type { LocalText } from '../engine/definition.ts';
import type { Data, Json } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import { answerOf } from './decide.ts';
import type { LoadedProcedure } from './loaded.ts';
import type { Procedure } from './procedure.ts';

/** `{name}` in the words of a service sheet, where `sheet.amounts` has that name. */
const named = /\{([a-z][A-Za-z0-9]*)\}/g;

/** The amounts that a service sheet may name, as the tables of fees give them at an instant; undefined where a table gives none. */
export function sheetAmounts(loaded: LoadedProcedure, at: string): ReadonlyMap<string, number | undefined> {
  return new Map(Object.entries(loaded.procedure.sheet.amounts ?? {}).map(([name, { decision, given, value }]) => {
    const answer = answerOf(loaded, decision, given as Data, at);
    const found = 'failed' in answer ? undefined : value.split('.').reduce<Json | undefined>((inner, step) => (isObject(inner) ? inner[step] : undefined), answer.value);
    return [name, typeof found === 'number' ? found : undefined];
  }));
}

/** Names in braces that no amount of the sheet has. */
export const unknownAmounts = (text: string, { sheet }: Pick<Procedure, 'sheet'>): readonly string[] =>
  [...text.matchAll(named)].flatMap(([, name = '']) => (name === 'limit' || Object.hasOwn(sheet.amounts ?? {}, name) ? [] : [name]));

/** What a service sheet says, with its amounts filled in, as money is written: `8.000 đ`. */
export const withAmounts = ({ vi, en }: LocalText, amounts: ReadonlyMap<string, number | undefined>): LocalText => {
  const filled = (text: string): string => text.replaceAll(named, (whole, name: string) => (amounts.has(name) ? dong(amounts.get(name)) : whole));
  return { vi: filled(vi), en: filled(en) };
};

const dong = (amount: number | undefined): string => (amount === undefined ? '–' : `${new Intl.NumberFormat('vi-VN').format(amount)} đ`);
