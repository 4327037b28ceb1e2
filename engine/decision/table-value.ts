import { explain, prepare } from '../expression/prepare.ts';
import { Refusal } from '../expression/run.ts';
import type { Scope } from '../expression/run.ts';
import { plain } from '../expression/value.ts';
import { visible } from './boxed/visible.ts';
import { outcome } from './hit-policy.ts';
import type { Hit } from './hit-policy.ts';
import type { DecisionTable, Rule } from './table.ts';
import { typed } from './typed.ts';

/** What a decision table answers in a scope (DMN 1.5, 8.2). */
export function tableValue(table: DecisionTable, scope: Scope, matched: (rule: Rule) => void): unknown {
  const { run } = scope;
  const names = visible(scope);
  const express = (text: string): unknown => prepare(text, 'expression', names)(scope);
  const passes = (text: string, value: unknown): boolean => prepare(text, 'tests', names)({ run, names: { '?': value }, outer: scope }) === true;
  const values = table.inputs.map(({ label, text, type, values: allowed }) => {
    const value = located(`the input "${label}"`, () => typed(express(text), type, label));
    if (allowed !== undefined && value !== null && !passes(allowed, value)) throw new Refusal(`expected "${label}" to be one of ${allowed}, but it is ${JSON.stringify(plain(value, run))}`);
    return value;
  });
  const hits: (Hit & { readonly of: Rule })[] = [];
  for (const rule of table.rules) {
    if (!rule.tests.every((test, column) => located(`the rule ${rule.id}`, () => test === '-' || passes(test, values[column])))) continue;
    hits.push({ of: rule, rule: rule.id, outputs: () => located(`the rule ${rule.id}`, () => rule.results.map(express)) });
    if (table.hitPolicy === 'FIRST') break;
  }
  for (const { of } of hits) matched(of);
  return outcome(table, hits, express, run, () => table.inputs.map(({ label }, column) => `${label} = ${JSON.stringify(plain(values[column], run))}`).join(', '));
}

/** Names the place in an error that does not say so yet: what calls itself is named once. */
export function located<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = explain(error);
    throw new Refusal(why.includes(`${place}: `) ? why : `${place}: ${why}`);
  }
}
