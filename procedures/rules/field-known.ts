import type { Node } from '../../engine/definition.ts';
import { variables } from '../../engine/expression/feel.ts';
import { expand } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Form, Schema } from '../../forms/form.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { error, nodesOf, type Rule } from './rule.ts';

/** What stands in a dossier's data besides answers and results (the runtime keeps it). */
const kept: Readonly<Record<string, readonly string[]>> = {
  applicant: ['account', 'name', 'idNo', 'phone', 'email'],
  filing: ['at', 'channel', 'delivery'],
  dossier: ['id', 'code', 'unit', 'receivingUnit', 'submittedAt', 'acceptedAt', 'dueAt', 'state'],
};

/** Everything that is in the data under a name: the fields of a form, fixed names, or `any`. */
type Place = { readonly form: string; readonly fields: ReadonlyMap<string, Schema> } | { readonly names: readonly string[] } | 'any';

const fieldsOf = (form: Form): ReadonlyMap<string, Schema> => new Map([...expand(form).fields.values()].map(({ id, schema }) => [feelName(id), schema]));

function placesOf(loaded: LoadedProcedure): Map<string, Place> {
  const places = new Map<string, Place>(Object.entries(kept).map(([name, names]) => [name, { names }]));
  const add = (name: string, form: string | undefined) => {
    const file = form === undefined ? undefined : loaded.forms.get(form);
    places.set(name, file && form !== undefined ? { form, fields: fieldsOf(file) } : 'any');
  };
  add('application', loaded.procedure.forms.application);
  for (const { kind, id, step } of nodesOf(loaded)) {
    if (kind === 'userTask') add(step.result ?? id, step.form);
    else if (step.result !== undefined && !places.has(step.result)) places.set(step.result, 'any');
  }
  return places;
}

/** The FEEL of a node and the flows out of it, each with the element to point at. */
function* textsOf({ definition }: LoadedProcedure, node: Node): Generator<readonly [string, string]> {
  const { id, step, outgoing } = node;
  for (const { text } of Object.values(step.inputs ?? {})) yield [id, text];
  if (step.script) yield [id, step.script.text];
  if (step.assignee !== undefined) yield [id, step.assignee];
  if (step.unit !== undefined && step.unit !== 'competent' && step.unit !== 'receiving') yield [id, step.unit];
  if ('event' in node && node.event.kind === 'timer' && typeof node.event.timer.value !== 'string') yield [id, node.event.timer.value.text];
  for (const flow of outgoing) {
    const { condition } = definition.flows[flow]!;
    if (condition) yield [flow, condition.text];
  }
}

const compared = /([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)\s*(?:=|!=)\s*"([^"]*)"|list contains\(\s*([a-z][A-Za-z0-9.]*)\s*,\s*"([^"]*)"/g;

function faultOf(places: ReadonlyMap<string, Place>, path: string): string | undefined {
  const [root = '', ...rest] = path.split('.');
  const place = places.get(root);
  if (place === undefined) return `expected "${path}" to be in the dossier's data, but no step, form or rule gives "${root}"`;
  if (place === 'any' || rest.length === 0) return undefined;
  if ('names' in place) return place.names.includes(rest[0]!) ? undefined : `expected "${path}" to be in the dossier's data, but "${root}" has only ${place.names.join(', ')}`;
  const asked = rest.join('.');
  const there = [...place.fields.keys()].some((field) => field === asked || field.startsWith(`${asked}.`));
  return there ? undefined : `expected "${path}" to be a field of the form "${place.form}", but it has none of that id`;
}

function* valueFaults(places: ReadonlyMap<string, Place>, text: string): Generator<string> {
  for (const [, equalPath, equalValue, listPath, listValue] of text.matchAll(compared)) {
    const path = equalPath ?? listPath ?? '', value = equalValue ?? listValue ?? '';
    const [root = '', ...rest] = path.split('.');
    const place = places.get(root);
    if (place === undefined || place === 'any' || 'names' in place) continue;
    const schema = place.fields.get(rest.join('.'));
    const allowed = schema?.enum ?? schema?.items?.enum;
    if (allowed && !allowed.includes(value)) yield `expected "${path}" to be compared with one of its answers (${allowed.join(', ')}), but it is compared with "${value}"`;
  }
}

/** What conditions, inputs, scripts and timers read is given by some form or step, and answers are compared with answers that exist. */
export const fieldKnown: Rule = {
  name: 'field-known',
  *check(loaded) {
    const places = placesOf(loaded);
    for (const node of nodesOf(loaded)) {
      for (const [element, text] of textsOf(loaded, node)) {
        for (const path of variables(text)) {
          const message = faultOf(places, path);
          if (message) yield error(element, message);
        }
        for (const message of valueFaults(places, text)) yield error(element, message);
      }
    }
    const { components, conflicts } = loaded.procedure;
    const conditions = [...components.map(({ code, required }) => [code, required === true ? undefined : required.when] as const), ...conflicts.map(({ id, when }) => [id, when] as const)];
    for (const [element, text] of conditions) {
      for (const path of text === undefined ? [] : variables(text)) {
        const message = faultOf(places, `application.${path}`);
        if (message) yield error(element, message, 'procedure.json');
      }
    }
  },
};
