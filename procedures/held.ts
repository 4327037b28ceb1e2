import type { DecisionModel } from '../engine/decision/model.ts';
import type { DecisionTable, Rule } from '../engine/decision/table.ts';
import type { LocalText } from '../engine/definition.ts';
import type { Validity } from './in-force.ts';
import type { LegalBasis, Procedure } from './procedure.ts';

/** Something of a package that holds from one day to another: its own days, or those of the law that it stands on. */
export interface Held extends Validity {
  readonly kind: 'basis' | 'code' | 'limit' | 'form' | 'paper' | 'row' | 'table';
  readonly name: LocalText;
  /** Where it is edited. */
  readonly file: string;
  readonly element: string;
  /** The law whose days these are, where it has none of its own. */
  readonly by?: LegalBasis;
}

/** The input of a decision table that a step hands `filing.day`: its rows are dated by it. */
export const dayColumn = 'day';

/** Whatever of a package has a life in law: bases, codes, limits, forms, papers, dated rows of tables and the law that tables name. */
export const heldIn = (procedure: Procedure, decisions: ReadonlyMap<string, DecisionModel>): readonly Held[] => {
  const { legalBasis, codes, timeLimit, letters, components } = procedure;
  const ofProcedure = (kind: Held['kind'], element: string, name: LocalText, { source, from, to }: Validity & { readonly source: string }): Held =>
    ({ kind, name, file: 'procedure.json', element, ...(from !== undefined || to !== undefined ? daysOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }) : daysOfLaw(basisNamed(source, legalBasis))) });
  return [
    ...legalBasis.map((one): Held => ({ kind: 'basis', name: lawName(one), file: 'procedure.json', element: one.id, ...daysOf(one) })),
    ...codes.map((one) => ofProcedure('code', 'codes', same(one.code), one)),
    ...timeLimit.map((one) => ofProcedure('limit', 'timeLimit', same(one.limit), one)),
    ...Object.entries(letters).flatMap(([key, letter]) => [
      ...(letter.form === undefined ? [] : [ofProcedure('form', `letters.${key}`, formName(letter.form, letter.name), letter)]),
      ...(letter.variants ?? []).flatMap((one) => (one.form === undefined ? [] : [ofProcedure('form', `letters.${key}`, formName(one.form, letter.name), one)])),
    ]),
    ...components.flatMap((one) => (one.from === undefined && one.to === undefined && one.template === undefined ? [] : [ofProcedure('paper', one.code, one.name, one)])),
    ...[...decisions].flatMap(([file, model]) => model.decisions.flatMap(({ id, name, logic }) => (logic.kind === 'table' ? ofTable(`decisions/${file}.dmn`, id, name, logic, legalBasis) : []))),
  ];
};

const same = (text: string): LocalText => ({ vi: text, en: text });
const formName = (form: string, { vi, en }: LocalText): LocalText => ({ vi: `${form}, ${vi}`, en: `${form}, ${en}` });
export const lawName = ({ number, title }: LegalBasis): LocalText => (number === '' ? title : { vi: `${title.vi} (${number})`, en: `${title.en} (${number})` });
const daysOf = ({ from, to }: Validity): Validity => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
const daysOfLaw = (by: LegalBasis | undefined): Pick<Held, 'by' | 'from' | 'to'> => (by === undefined ? {} : { by, ...daysOf(by) });

/** The law of the package whose number a source names; the one with more of its number where several do. */
function basisNamed(source: string, legalBasis: readonly LegalBasis[]): LegalBasis | undefined {
  const named = legalBasis.filter(({ number }) => {
    const [act = ''] = number.split(',');
    const at = act.includes('/') ? source.indexOf(act) : -1;
    return at >= 0 && !/\d/.test(source.charAt(at - 1));
  });
  return named.toSorted((one, other) => one.number.length - other.number.length)[0];
}

function ofTable(file: string, element: string, name: string, { inputs, outputs, rules }: DecisionTable, legalBasis: readonly LegalBasis[]): readonly Held[] {
  const column = inputs.findIndex(({ text }) => text === dayColumn);
  const rows = column < 0 ? [] : rules.flatMap((rule, index): Held[] => {
    const days = daysIn(rule, column);
    return days === undefined ? [] : [{ kind: 'row', name: { vi: `${name}, dòng ${index + 1}`, en: `${name}, row ${index + 1}` }, file, element, ...days }];
  });
  const basis = outputs.findIndex((output) => output.name === 'basis');
  const laws = basis < 0 ? [] : legalBasis.filter(({ id }) => rules.some(({ results }) => results[basis] === JSON.stringify(id)));
  return [...rows, ...laws.map((law): Held => ({ kind: 'table', name: same(name), file, element, by: law, ...daysOf(law) }))];
}

const date = String.raw`date\("(\d{4}-\d{2}-\d{2})"\)`;
const cells: readonly (readonly [RegExp, (one: string, other: string) => Validity])[] = [
  [new RegExp(`^< ?${date}$`), (day) => ({ to: dayBefore(day) })], [new RegExp(`^<= ?${date}$`), (to) => ({ to })], [new RegExp(`^>= ?${date}$`), (from) => ({ from })],
  [new RegExp(`^\\[${date} ?\\.\\. ?${date}\\]$`), (from, to) => ({ from, to })],
];

/** The days of a row, as its cell of the day of filing says them; nothing where it holds on any day or says it otherwise. */
export function daysIn({ tests }: Rule, column: number): Validity | undefined {
  for (const [shape, read] of cells) {
    const found = shape.exec(tests[column]?.trim() ?? '');
    if (found !== null) return read(found[1]!, found[2] ?? '');
  }
  return undefined;
}

/** The day before one, `YYYY-MM-DD`; UTC, so that no zone moves it. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
