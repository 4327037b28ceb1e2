import { FeelFunction } from '../expression/function.ts';
import { entry } from '../expression/names.ts';
import { deeper, Refusal, warn } from '../expression/run.ts';
import type { Run, Scope } from '../expression/run.ts';
import { kindOf } from '../expression/value.ts';
import type { Context } from '../expression/value.ts';
import { functionOf, valueOf } from './boxed/evaluate.ts';
import { conform, fit } from './conform.ts';
import { given } from './given.ts';
import { isAnything } from './item-type.ts';
import type { Decision, DecisionModel, DecisionService, Required } from './model.ts';
import type { Rule } from './table.ts';
import { located } from './table-value.ts';

/** What is taken down while a model is evaluated. */
export interface Notes {
  matched(rule: Rule): void;
  decided(decision: Decision, value: unknown): void;
}

/** One evaluation of a model: each decision once, required ones first (DMN 1.5, 6.2 and 10.4). */
export class Session {
  readonly model: DecisionModel;
  readonly #run: Run;
  readonly #notes: Notes;
  readonly #inputs: Context;
  readonly #values: Map<string, unknown>;
  readonly #imports = new Map<string, Session>();
  readonly #functions = new Map<string, { readonly name: string; readonly value: unknown }>();

  /** `values` holds decisions that are given rather than evaluated, by id. */
  constructor(model: DecisionModel, inputs: Context, values: ReadonlyMap<string, unknown>, run: Run, notes: Notes) {
    this.model = model;
    this.#run = run;
    this.#notes = notes;
    this.#values = new Map(values);
    const names: Record<string, unknown> = { ...inputs };
    for (const { name, item } of model.inputs) {
      const value = entry(inputs, name);
      if (value !== undefined) names[name] = given(value, item, name, run);
    }
    this.#inputs = names;
  }

  decision(decision: Decision): unknown {
    if (this.#values.has(decision.id)) return this.#values.get(decision.id);
    if (decision.logic.kind === 'undecided' && entry(this.#inputs, decision.variable) !== undefined) return given(entry(this.#inputs, decision.variable), decision.item, decision.name, this.#run);
    const names: Record<string, unknown> = { ...this.#inputs };
    for (const id of decision.requires) {
      const required = this.model.decisions.find((other) => other.id === id)!;
      names[required.variable] = this.decision(required);
    }
    for (const required of decision.imported) this.#add(names, required);
    this.#addKnowledge(names, decision.knows);
    const value = located(`the decision "${decision.name}"`, () => conform(valueOf(decision.logic, { run: this.#run, names }, this.#notes.matched), decision.item, decision.name, this.#run));
    this.#values.set(decision.id, value);
    this.#notes.decided(decision, value);
    return value;
  }

  /** What a service answers when its caller gives `values` for its parameters: the output decision's value, or a context of several. */
  service(service: DecisionService, values: Context): unknown {
    const decisions = service.inputDecisions.map((id) => this.#decisionWith(id));
    const missing = this.parameters(service).find((name) => !Object.hasOwn(values, name));
    if (missing !== undefined) throw new Refusal(`expected "${service.name}" to be given "${missing}", but it is missing`);
    const known = new Map(decisions.map(({ id, variable, item }) => [id, fit(values[variable] ?? null, item, this.#run)]));
    if ([...known.values()].includes(undefined)) return warn(this.#run, `what "${service.name}" is given is not what its types say, and its call counts as null`);
    const inner = new Session(this.model, { ...this.#inputs, ...values }, known, this.#run, this.#notes);
    const outputs = service.outputs.map((id) => this.#decisionWith(id));
    const results = outputs.map((decision) => inner.decision(decision));
    return conform(results.length === 1 ? results[0] : Object.fromEntries(outputs.map(({ variable }, index) => [variable, results[index]])), service.item, service.name, this.#run);
  }

  /** Names of a service's parameters: its input data, then its input decisions (DMN 1.5, 10.4). */
  parameters({ inputData, inputDecisions }: DecisionService): readonly string[] {
    return [...inputData.map((id) => this.model.inputs.find((input) => input.id === id)!.name), ...inputDecisions.map((id) => this.#decisionWith(id).variable)];
  }

  /** The value of an imported element, or of knowledge, by its id. */
  element(id: string): { readonly name: string; readonly value: unknown } | undefined {
    const { decisions, inputs } = this.model;
    const decision = decisions.find((each) => each.id === id);
    if (decision !== undefined) return { name: decision.variable, value: this.decision(decision) };
    const input = inputs.find((each) => each.id === id);
    return input === undefined ? this.#knowledge(id) : { name: input.name, value: this.#inputs[input.name] ?? null };
  }

  #knowledge(id: string): { readonly name: string; readonly value: unknown } | undefined {
    const knowledge = this.model.knowledge.find((each) => each.id === id);
    if (knowledge !== undefined) {
      const made = this.#functions.get(id);
      if (made !== undefined) return made;
      const names: Record<string, unknown> = {};
      const scope: Scope = { run: this.#run, names };
      const { function: logic, item } = knowledge;
      const value = functionOf(item.kind === 'function' ? logic : { ...logic, result: isAnything(logic.result) ? item : logic.result }, scope, this.#notes.matched);
      const found = { name: knowledge.name, value };
      // A model may call itself, also by way of others; what else it knows is found when it is called.
      this.#functions.set(id, found);
      names[knowledge.name] = value;
      this.#addKnowledge(names, knowledge.knows);
      return found;
    }
    const service = this.model.services.find((each) => each.id === id);
    if (service === undefined) return undefined;
    const parameters = this.parameters(service);
    return { name: service.name, value: new FeelFunction((...values: unknown[]) => deeper(this.#run, () =>
      this.service(service, Object.fromEntries(values.map((value, index) => [parameters[index]!, value])))), [...parameters]) };
  }

  #addKnowledge(names: Record<string, unknown>, required: readonly Required[]): void {
    for (const each of required) this.#add(names, each);
  }

  #add(names: Record<string, unknown>, { id, namespace }: Required): void {
    if (namespace === undefined) {
      const found = this.element(id);
      if (found !== undefined) names[found.name] = found.value;
      return;
    }
    const imported = this.model.imports.find((each) => each.namespace === namespace);
    if (imported === undefined) return;
    let session = this.#imports.get(namespace);
    if (session === undefined) {
      const own = entry(this.#inputs, imported.name);
      session = new Session(imported.model, kindOf(own) === 'context' ? own as Context : this.#inputs, new Map(), this.#run, this.#notes);
      this.#imports.set(namespace, session);
    }
    const found = session.element(id);
    if (found === undefined) return;
    if (imported.name === '') {
      if (!this.#names(found.name)) names[found.name] = found.value;
      return;
    }
    const known = names[imported.name];
    names[imported.name] = { ...(kindOf(known) === 'context' ? known as Context : {}), [found.name]: found.value };
  }

  /** Whether the model itself has something of the name: what is imported without a name does not take its place. */
  #names(name: string): boolean {
    const { inputs, decisions, knowledge, services } = this.model;
    return decisions.some(({ variable }) => variable === name) || [inputs, knowledge, services].some((all) => all.some((each) => each.name === name));
  }

  #decisionWith(id: string): Decision {
    return this.model.decisions.find((each) => each.id === id)!;
  }
}
