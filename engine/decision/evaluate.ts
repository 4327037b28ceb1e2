import { explain } from '../expression/prepare.ts';
import { startRun } from '../expression/run.ts';
import { nearest, plain, type NumberAsJson } from '../expression/value.ts';
import type { Data, Json } from '../state.ts';
import type { Decision, DecisionModel } from './model.ts';
import { Session } from './session.ts';
import type { Rule } from './table.ts';

/** One decision of an evaluation: what it answered, and which rows of its table matched, from 1. */
export interface EvaluatedDecision {
  readonly id: string;
  readonly name: string;
  /** Absent where JSON cannot carry it, as a function that others call. */
  readonly value?: Json;
  readonly rows: readonly number[];
}

export interface Decided {
  readonly value: Json;
  /** Ids of the rules that matched, in the order of the table, with those of required decisions before: the answer to "why?". */
  readonly rules: readonly string[];
  readonly warnings: readonly string[];
}

/** The same with what stands behind it. */
interface Told extends Decided {
  /** Every decision that was evaluated, required ones before those that require them; put together when it is asked for. */
  readonly evaluated: () => readonly EvaluatedDecision[];
}

const vietNam = 420;

/**
 * Evaluates a decision or a decision service, given by id or name, over `input` at the UTC instant `at`, required decisions first.
 * `number` says what becomes of numbers that JSON cannot carry: by default the nearest that it can, with a warning.
 */
export function decide(model: DecisionModel, name: string, input: Data, at: string, number: NumberAsJson = nearest): Decided | { readonly failed: string } {
  const told = decideAndTell(model, name, input, at, number);
  return 'failed' in told ? told : { value: told.value, rules: told.rules, warnings: told.warnings };
}

/** The same, to be asked afterwards which decisions were evaluated. */
export function decideAndTell(model: DecisionModel, name: string, input: Data, at: string, number: NumberAsJson): Told | { readonly failed: string } {
  const { decisions, services } = model;
  const wanted = decisions.find((each) => each.id === name) ?? decisions.find((each) => each.name === name);
  const service = wanted ?? services.find((each) => each.id === name) ?? services.find((each) => each.name === name);
  if (service === undefined) return { failed: `expected a decision of "${model.name}", but "${name}" is none of ${[...decisions, ...services].map((each) => `"${each.name}"`).join(', ')}` };
  const run = startRun(at, vietNam);
  const matched = new Set<Rule>();
  const rules: string[] = [];
  const values: { readonly decision: Decision; readonly value: unknown }[] = [];
  try {
    const session = new Session(model, input, new Map(), run, {
      matched: (rule) => void (matched.add(rule), rules.push(rule.id)),
      decided: (decision, value) => void values.push({ decision, value }),
    });
    const value = plain('outputs' in service ? session.service(service, input) : session.decision(service), run, number);
    const evaluated = () => values.map(({ decision, value: its }) => ({ id: decision.id, name: decision.name, ...carried(its, at, number), rows: rowsOf(decision, matched) }));
    return { value, evaluated, rules, warnings: [...[...run.missing].map((path) => `"${path}" is missing in the data and counts as null`), ...run.warnings] };
  } catch (error) {
    return { failed: explain(error) };
  }
}

const rowsOf = ({ logic }: Decision, matched: ReadonlySet<Rule>): readonly number[] => (logic.kind === 'table' ? logic.rules.flatMap((rule, index) => (matched.has(rule) ? [index + 1] : [])) : []);

const carried = (value: unknown, at: string, number: NumberAsJson): { readonly value?: Json } => {
  try {
    return { value: plain(value, startRun(at, vietNam), number) };
  } catch {
    return {};
  }
};
