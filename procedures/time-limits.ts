import { decide } from '../engine/decision/evaluate.ts';
import type { Decision, DecisionModel } from '../engine/decision/model.ts';
import type { DecisionTable, InputColumn, Rule } from '../engine/decision/table.ts';
import type { Definition } from '../engine/definition.ts';
import { evaluate, variables } from '../engine/expression/feel.ts';
import { processOf } from '../engine/soundness/calls.ts';
import type { Given } from '../engine/soundness/facts.ts';
import type { Allowed } from '../engine/soundness/overtime.ts';
import type { Json } from '../engine/state.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';
import { decisionNamed } from './decision-named.ts';
import type { LoadedProcedure } from './loaded.ts';

const timeless = '2000-01-01T00:00:00Z';

/** A table of time limits as the process asks it. */
interface Asked {
  readonly model: DecisionModel;
  readonly decision: Decision;
  readonly table: DecisionTable;
  readonly process: string;
  /** What is given for each input; all data under their own names when nothing is. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * The times that the law allows, for the proof: one for each row of the table of time limits, for dossiers whose data have those of
 * the `values` that its cells let through; a row that lets none through has no dossiers. A dossier's time is decided once, so it
 * has these values all the way. Where the table is none of plain limits, the limit of the service sheet holds for all.
 */
export const timeLimitsOf = (loaded: LoadedProcedure, values: Given): readonly Allowed[] => {
  const { decisions, timeLimit } = loaded.procedure;
  const usual = [{ limit: timeLimit.limit }];
  const asked = askedIn(loaded, decisions.timeLimit);
  if (!asked) return usual;
  const limits = asked.table.rules.map(({ results: [result = ''] }) => plain(result));
  return limits.every((limit) => limit !== undefined) ? asked.table.rules.flatMap((rule, row) => allowedBy(asked, decisions.timeLimit, rule, row, limits[row]!, values)) : usual;
};

const askedIn = ({ decisions, definition }: LoadedProcedure, reference: string): Asked | undefined => {
  const named = decisionNamed(decisions, reference);
  if ('failed' in named) return undefined;
  const decision = named.model.decisions.find(({ id }) => id === named.decision);
  if (decision?.logic.kind !== 'table') return undefined;
  const [output, ...others] = decision.logic.outputs;
  return others.length > 0 || output?.otherwise !== undefined ? undefined : { model: named.model, decision, table: decision.logic, ...givenTo(definition, reference) };
};

const givenTo = (definition: Definition, reference: string): Pick<Asked, 'process' | 'inputs'> => {
  const { id, machine, nodes } = definition;
  for (const { id: state, state: drawn } of machine ? walk(machine, machine.id) : []) {
    for (const action of actionsIn(state, drawn)) if (action.type === 'decide' && action.params.decision === reference) return { process: id, inputs: action.params.inputs ?? {} };
  }
  const task = Object.values(nodes).find(({ kind, step }) => kind === 'businessRuleTask' && step.decision === reference);
  return { process: task ? processOf(definition, task.id) : id, inputs: Object.fromEntries(Object.entries(task?.step.inputs ?? {}).map(([name, { text }]) => [name, text])) };
};

/** The text that a cell says, whatever the data are. */
const plain = (text: string): string | undefined => {
  if (variables(text).length > 0) return undefined;
  const said = evaluate(text, {}, timeless);
  return 'value' in said && typeof said.value === 'string' ? said.value : undefined;
};

const allowedBy = (asked: Asked, reference: string, rule: Rule, row: number, limit: string, values: Given): readonly Allowed[] => {
  const cells = asked.table.inputs.flatMap((column, index) => (rule.tests[index] === '-' ? [] : [{ column, test: rule.tests[index]! }]));
  if (cells.length === 0) return [{ limit }];
  const process = new Map(values.get(asked.process));
  for (const { column, test } of cells) {
    const path = readBy(asked, column);
    const listed = path === undefined ? undefined : process.get(path);
    if (path !== undefined && listed) process.set(path, listed.filter((value) => letsThrough(asked, column, test, path, value)));
  }
  if ([...process.values()].some((left) => left.length === 0)) return [];
  const told = (name: (column: InputColumn) => string): string => cells.map(({ column, test }) => `${name(column)}: ${test}`).join('; ');
  return [{
    limit,
    only: {
      values: new Map([...values, [asked.process, process]]),
      told: `as row ${row + 1} of ${reference} says (${told(({ text }) => text)})`,
      toldVi: `theo dòng ${row + 1} của bảng ${reference} (${told(({ label, text }) => label || text)})`,
    },
  }];
};

/** The one path of the data that a column reads. */
const readBy = ({ inputs }: Asked, column: InputColumn): string | undefined => {
  const paths = new Set(variables(column.text).flatMap((name) => (inputs[name] === undefined ? [name] : variables(inputs[name]))));
  return paths.size === 1 ? [...paths][0] : undefined;
};

/** Whether a value of the data passes the cell; what cannot be told passes. */
const letsThrough = ({ model, decision, table, inputs }: Asked, column: InputColumn, test: string, path: string, value: Json): boolean => {
  const data = path.split('.').reduceRight<Json>((within, name) => ({ [name]: within }), value) as Readonly<Record<string, Json>>;
  const given: Record<string, Json> = {};
  for (const name of variables(column.text)) {
    const answer = inputs[name] === undefined ? undefined : evaluate(inputs[name], data, timeless);
    if (answer && 'value' in answer) given[name] = answer.value;
  }
  const cell: DecisionTable = { ...table, hitPolicy: 'FIRST', inputs: [column], rules: [{ id: 'passes', tests: [test], results: ['"passes"'] }, { id: 'stops', tests: ['-'], results: ['"stops"'] }] };
  const asked = model.inputs.filter(({ name }) => name in given || name in data);
  const answer = decide({ ...model, inputs: asked, decisions: [{ ...decision, requires: [], logic: cell }] }, decision.id, { ...data, ...given }, timeless);
  return 'failed' in answer || answer.value !== 'stops';
};
