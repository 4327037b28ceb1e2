import { explain } from '../expression/prepare.ts';
import { startRun } from '../expression/run.ts';
import { nearest, plain, type NumberAsJson } from '../expression/value.ts';
import type { Data, Json } from '../state.ts';
import type { DecisionModel } from './model.ts';
import { Session } from './session.ts';

export interface Decided {
  readonly value: Json;
  /** Ids of the rules that matched, in the order of the table, with those of required decisions before: the answer to "why?". */
  readonly rules: readonly string[];
  readonly warnings: readonly string[];
}

const vietNam = 420;

/**
 * Evaluates a decision or a decision service, given by id or name, over `input` at the UTC instant `at`, required decisions first.
 * `number` says what becomes of numbers that JSON cannot carry: by default the nearest that it can, with a warning.
 */
export function decide(model: DecisionModel, name: string, input: Data, at: string, number: NumberAsJson = nearest): Decided | { readonly failed: string } {
  const { decisions, services } = model;
  const wanted = decisions.find((each) => each.id === name) ?? decisions.find((each) => each.name === name);
  const service = wanted ?? services.find((each) => each.id === name) ?? services.find((each) => each.name === name);
  if (service === undefined) return { failed: `expected a decision of "${model.name}", but "${name}" is none of ${[...decisions, ...services].map((each) => `"${each.name}"`).join(', ')}` };
  const run = startRun(at, vietNam);
  const rules: string[] = [];
  try {
    const session = new Session(model, input, new Map(), run, (rule) => void rules.push(rule));
    const value = plain('outputs' in service ? session.service(service, input) : session.decision(service), run, number);
    return { value, rules, warnings: [...[...run.missing].map((path) => `"${path}" is missing in the data and counts as null`), ...run.warnings] };
  } catch (error) {
    return { failed: explain(error) };
  }
}
