import { decide } from '../engine/decision/evaluate.ts';
import type { Decision, DecisionModel } from '../engine/decision/model.ts';
import type { DecisionTable, InputColumn } from '../engine/decision/table.ts';
import type { Definition, NodeId } from '../engine/definition.ts';
import { evaluate, variables } from '../engine/expression/feel.ts';
import { resultName } from '../engine/result-name.ts';
import { processOf } from '../engine/soundness/calls.ts';
import type { Given } from '../engine/soundness/facts.ts';
import type { Allowed } from '../engine/soundness/overtime.ts';
import type { Json } from '../engine/state.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';
import type { Lang } from '../forms/text.ts';
import { askedAt, cellTold } from './cell-told.ts';
import { decisionNamed } from './decision-named.ts';
import { isGivenAgain } from './given-again.ts';
import { dayColumn, daysIn } from './held.ts';
import type { LoadedProcedure } from './loaded.ts';

const timeless = '2000-01-01T00:00:00Z';

/** What the runtime reads when the clock starts (runtime/effects/clock.ts). */
const limitOfDossier = 'timeLimit';

/** An element that asks the table, with what it gives for each input: all data under their own names when that is nothing. */
interface Asking {
  readonly element: NodeId;
  readonly process: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: string;
}

/** A table of time limits as the process asks it. */
interface Asked {
  readonly loaded: LoadedProcedure;
  readonly definition: Definition;
  readonly model: DecisionModel;
  readonly decision: Decision;
  readonly table: DecisionTable;
  readonly asking: readonly Asking[];
}

/** The values that are left of those that are listed, by path. */
type Left = ReadonlyMap<string, readonly Json[]>;

/** A cell that says something. `path`: the one path of listed data that decides whether it passes, where that can be told. */
interface Cell {
  readonly column: InputColumn;
  readonly test: string;
  readonly path?: string;
}

/**
 * The times that the law allows, for the proof: one for each row of the table of time limits, for dossiers whose data have those of
 * the `values` that its cells let through and no row that goes before takes away; a row that is left none has no dossiers. A
 * dossier's time is decided once: of data that are given again later, any value may come with it. Where the table is none of plain
 * limits, or the dossier's limit is not asked of it, the limit of the service sheet holds for all. What has ended before `today` is left out: no dossier gets it any more.
 */
export const timeLimitsOf = (loaded: LoadedProcedure, values: Given, today = ''): readonly Allowed[] => {
  const { decisions, timeLimit } = loaded.procedure;
  const usual = timeLimit.flatMap(({ limit, to = today }) => (to < today ? [] : [{ limit }]));
  const asked = askedIn(loaded, decisions.timeLimit);
  if (!asked?.asking.some(({ result }) => result === limitOfDossier)) return usual;
  const limits = asked.table.rules.map(({ results: [result = ''] }) => plain(result));
  return limits.every((limit) => limit !== undefined) ? limits.flatMap((limit, row) => (hasEnded(asked.table, row, today) ? [] : allowedBy(asked, decisions.timeLimit, limits, row, limit, values))) : usual;
};

const hasEnded = ({ inputs, rules }: DecisionTable, row: number, today: string): boolean => {
  const column = inputs.findIndex(({ text }) => text === dayColumn);
  return column >= 0 && (daysIn(rules[row]!, column)?.to ?? today) < today;
};

const answersOnce = new Set(['UNIQUE', 'FIRST', 'ANY', 'PRIORITY']);

const askedIn = (loaded: LoadedProcedure, reference: string): Asked | undefined => {
  const { decisions, definition } = loaded;
  const named = decisionNamed(decisions, reference);
  if ('failed' in named) return undefined;
  const decision = named.model.decisions.find(({ id }) => id === named.decision);
  if (decision?.logic.kind !== 'table' || !answersOnce.has(decision.logic.hitPolicy)) return undefined;
  const [output, ...others] = decision.logic.outputs;
  return others.length > 0 || output?.otherwise !== undefined ? undefined : { loaded, definition, model: named.model, decision, table: decision.logic, asking: askingIn(definition, reference) };
};

const askingIn = (definition: Definition, reference: string): readonly Asking[] => {
  const { id, machine, nodes } = definition;
  const states = machine ? [...walk(machine, machine.id)].flatMap((place) => actionsIn(place.id, place.state).map((action) => ({ element: place.id, action }))) : [];
  return [
    ...states.flatMap(({ element, action }) => (action.type === 'decide' && action.params.decision === reference ? [{ element, process: id, inputs: action.params.inputs ?? {}, result: action.params.result }] : [])),
    ...Object.values(nodes).flatMap((node) => (node.kind === 'businessRuleTask' && node.step.decision === reference
      ? [{ element: node.id, process: processOf(definition, node.id), inputs: Object.fromEntries(Object.entries(node.step.inputs ?? {}).map(([name, { text }]) => [name, text])), result: node.step.outputs ? Object.keys(node.step.outputs)[0] ?? '' : resultName(node) }]
      : [])),
  ];
};

/** The text that a cell says, whatever the data are. */
const plain = (text: string): string | undefined => {
  if (variables(text).length > 0) return undefined;
  const said = evaluate(text, {}, timeless);
  return 'value' in said && typeof said.value === 'string' ? said.value : undefined;
};

const allowedBy = (asked: Asked, reference: string, limits: readonly (string | undefined)[], row: number, limit: string | undefined, values: Given): readonly Allowed[] => {
  const cells = cellsOf(asked, row, values);
  const process = asked.asking[0]!.process;
  const listed: Left = values.get(process) ?? new Map();
  const own = narrowed(asked, cells, listed);
  const left = own && rowsBefore(asked, limits, row).reduce<Left | undefined>((some, before) => some && without(asked, cellsOf(asked, before, values), some), own);
  if (!left) return [];
  if (cells.length === 0 && [...left].every(([path, some]) => some.length === listed.get(path)!.length)) return [{ limit: limit! }];
  const said = cells.map(({ column, test, path }) => {
    const question = askedAt(asked.loaded, path);
    return { name: question?.field.ui.label ?? { vi: column.label || column.text, en: column.text }, test: cellTold(test, question?.said) };
  });
  const told = (lang: Lang): string => said.map(({ name, test }) => `${name[lang]}: ${test[lang]}`).join('; ') || '-';
  return [{
    limit: limit!,
    only: {
      values: new Map([...values, [process, left]]),
      told: `as row ${row + 1} of ${reference} says (${told('en')})`,
      toldVi: `theo dòng ${row + 1} của bảng ${reference} (${told('vi')})`,
    },
  }];
};

/** Rows that answer in place of this one where both match. */
const rowsBefore = ({ table: { hitPolicy, outputs: [output], rules } }: Asked, limits: readonly (string | undefined)[], row: number): readonly number[] => {
  const rows = rules.map((_, index) => index);
  if (hitPolicy === 'FIRST') return rows.slice(0, row);
  const order = hitPolicy === 'PRIORITY' ? evaluate(`[${output?.values ?? ''}]`, {}, timeless) : undefined;
  const ranks = order && 'value' in order && Array.isArray(order.value) ? order.value as readonly Json[] : [];
  const rank = (index: number): number => (ranks.includes(limits[index]!) ? ranks.indexOf(limits[index]!) : ranks.length);
  return rows.filter((index) => rank(index) < rank(row));
};

const cellsOf = (asked: Asked, row: number, values: Given): readonly Cell[] => asked.table.inputs.flatMap((column, index) => {
  const test = asked.table.rules[row]!.tests[index]!;
  if (test === '-') return [];
  const path = readBy(asked, column, test);
  const isListed = path !== undefined && (values.get(asked.asking[0]!.process)?.has(path) ?? false);
  return [{ column, test, ...(isListed && { path }) }];
});

/** What the cells let through; undefined when that is nothing. A cell that takes who has not answered is no cell of listed answers. */
const narrowed = (asked: Asked, cells: readonly Cell[], listed: Left): Left | undefined => {
  const left = new Map(listed);
  for (const cell of cells) {
    const { path } = cell;
    if (path === undefined) continue;
    const some = left.get(path)!.filter((value) => judged(asked, cell, value) !== 'stops');
    if (some.length > 0) left.set(path, some);
    else if (judged(asked, cell, null) === 'stops') return undefined;
  }
  return left;
};

/** What is left when the row of these cells has taken what surely is its own; undefined when that is all. */
const without = (asked: Asked, cells: readonly Cell[], left: Left): Left | undefined => {
  const taken = new Map<string, readonly Json[]>();
  for (const cell of cells) {
    if (cell.path === undefined) return left;
    taken.set(cell.path, (taken.get(cell.path) ?? left.get(cell.path)!).filter((value) => judged(asked, cell, value) === 'passes'));
  }
  const partly = [...taken].filter(([path, some]) => some.length < left.get(path)!.length);
  const [only] = partly;
  if (!only) return undefined;
  return partly.length > 1 ? left : new Map([...left, [only[0], left.get(only[0])!.filter((value) => !only[1].includes(value))]]);
};

/** The one path of the data by which a cell passes or not; undefined when there are several, or when it cannot be told. */
const readBy = ({ definition, model, decision, asking }: Asked, { text }: InputColumn, test: string): string | undefined => {
  const [{ inputs }, ...others] = asking as readonly [Asking, ...Asking[]];
  if (others.some((other) => JSON.stringify(other.inputs) !== JSON.stringify(inputs)) || variables(test, 'tests').length > 0 || /\b(?:now|today)\s*\(/.test(`${text} ${test}`)) return undefined;
  const decided = new Set(model.decisions.filter(({ id }) => decision.requires.includes(id)).flatMap(({ name, variable }) => [name, variable]));
  const paths = new Set(variables(text).map((name) => (decided.has(name.split('.')[0]!) ? undefined : givenAs(inputs, name))));
  const [path] = paths;
  return paths.size === 1 && path !== undefined && !isGivenAgain(definition, asking.map(({ element }) => element), path.split('.')[0]!) ? path : undefined;
};

/** The path of the data that stands behind what the table reads. */
const givenAs = (inputs: Asking['inputs'], name: string): string | undefined => {
  const [root = '', ...rest] = name.split('.');
  const text = inputs[root];
  if (text === undefined) return Object.keys(inputs).length > 0 ? undefined : name;
  const read = variables(text);
  if (read.length !== 1 || /\b(?:now|today)\s*\(/.test(text)) return undefined;
  return rest.length === 0 ? read[0] : text.trim() === read[0] ? [read[0], ...rest].join('.') : undefined;
};

/** What a cell makes of a value of its path. */
const judged = ({ model, decision, table, asking: [asking] }: Asked, { column, test, path }: Cell, value: Json): 'passes' | 'stops' | 'unknown' => {
  const data = path!.split('.').reduceRight<Json>((within, name) => ({ [name]: within }), value) as Readonly<Record<string, Json>>;
  const given: Record<string, Json> = {};
  for (const name of new Set(variables(column.text).map((each) => each.split('.')[0]!))) {
    const answer = asking!.inputs[name] === undefined ? undefined : evaluate(asking!.inputs[name], data, timeless);
    if (answer && 'value' in answer) given[name] = answer.value;
  }
  const cell: DecisionTable = { ...table, hitPolicy: 'FIRST', inputs: [column], rules: [{ id: 'passes', tests: [test], results: ['"passes"'] }, { id: 'stops', tests: ['-'], results: ['"stops"'] }] };
  const answer = decide({ ...model, inputs: model.inputs.filter(({ name }) => name in given || name in data), decisions: [{ ...decision, requires: [], logic: cell }] }, decision.id, { ...data, ...given }, timeless);
  return 'failed' in answer ? 'unknown' : answer.value as 'passes' | 'stops';
};
