import { entry } from '../expression/names.ts';
import { explain, prepare } from '../expression/prepare.ts';
import { Refusal, startRun } from '../expression/run.ts';
import type { Run } from '../expression/run.ts';
import { plain } from '../expression/value.ts';
import type { Data, Json } from '../state.ts';
import { outcome } from './hit-policy.ts';
import type { Hit } from './hit-policy.ts';
import type { Decision, DecisionModel, DecisionTable } from './model.ts';
import { typed } from './typed.ts';

export interface Decided {
  readonly value: Json;
  /** Ids of the rules that matched, in the order of the table, with those of required decisions before: the answer to "why?". */
  readonly rules: readonly string[];
  readonly warnings: readonly string[];
}

const vietNam = 420;

/** One evaluation of a model; `names` grows by the value of each decision. */
interface Session {
  readonly model: DecisionModel;
  readonly run: Run;
  readonly names: Record<string, unknown>;
  readonly done: Set<string>;
  readonly rules: string[];
}

/** Evaluates a decision, given by id or name, over `input` at the UTC instant `at`, required decisions first. */
export function decide(model: DecisionModel, decision: string, input: Data, at: string): Decided | { readonly failed: string } {
  const wanted = model.decisions.find(({ id }) => id === decision) ?? model.decisions.find(({ name }) => name === decision);
  if (wanted === undefined) return { failed: `expected a decision of "${model.name}", but "${decision}" is none of ${model.decisions.map(({ name }) => `"${name}"`).join(', ')}` };
  const run = startRun(at, vietNam);
  try {
    const names: Record<string, unknown> = { ...input };
    for (const { name, type } of model.inputs) if (type !== 'Any') setTyped(names, name, type);
    const session: Session = { model, run, names, done: new Set(), rules: [] };
    const value = plain(valueOf(wanted, session), run);
    return { value, rules: session.rules, warnings: [...[...run.missing].map((path) => `"${path}" is missing in the data and counts as null`), ...run.warnings] };
  } catch (error) {
    return { failed: explain(error) };
  }
}

function setTyped(names: Record<string, unknown>, name: string, type: DecisionModel['inputs'][number]['type']): void {
  const value = entry(names, name);
  if (value !== undefined) names[name] = typed(value, type, name);
}

function valueOf(decision: Decision, session: Session): unknown {
  for (const id of decision.requires) {
    const required = session.model.decisions.find((other) => other.id === id)!;
    if (session.done.has(id)) continue;
    session.names[required.name] = valueOf(required, session);
    session.done.add(id);
  }
  // A snapshot, because what names there are decides how a text is read.
  const names = { ...session.names };
  return located(`the decision "${decision.name}"`, () =>
    decision.logic.kind === 'literal' ? prepare(decision.logic.text, 'expression', names)({ run: session.run, names }) : tableValue(decision.logic, names, session));
}

function tableValue(table: DecisionTable, names: Readonly<Record<string, unknown>>, { run, rules }: Session): unknown {
  const outer = { run, names };
  const express = (text: string): unknown => prepare(text, 'expression', names)(outer);
  const passes = (text: string, value: unknown): boolean => prepare(text, 'tests', names)({ run, names: { '?': value }, outer }) === true;
  const values = table.inputs.map(({ label, text, type, values: allowed }) => {
    const value = located(`the input "${label}"`, () => typed(express(text), type, label));
    if (allowed !== undefined && value !== null && !passes(allowed, value)) throw new Refusal(`expected "${label}" to be one of ${allowed}, but it is ${JSON.stringify(plain(value, run))}`);
    return value;
  });
  const hits: Hit[] = [];
  for (const rule of table.rules) {
    if (!rule.tests.every((test, column) => located(`the rule ${rule.id}`, () => test === '-' || passes(test, values[column])))) continue;
    hits.push({ rule: rule.id, outputs: () => located(`the rule ${rule.id}`, () => rule.results.map(express)) });
    if (table.hitPolicy === 'FIRST') break;
  }
  rules.push(...hits.map(({ rule }) => rule));
  return outcome(table, hits, express, run, () => table.inputs.map(({ label }, column) => `${label} = ${JSON.stringify(plain(values[column], run))}`).join(', '));
}

/** Names the place in an error that does not say where it happened. */
function located<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refusal(`${place}: ${explain(error)}`);
  }
}
