import type { EventDefinition, Expression, Node } from '../../engine/definition.ts';
import { variables } from '../../engine/expression/feel.ts';
import { stepUnit } from '../../engine/step-unit.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { faultOf, placesOf, type Place } from './dossier-data.ts';
import { error, nodesOf, type Rule, type Said } from './rule.ts';

/** The FEEL of a node and the flows out of it, each with the element to point at. */
export function* textsOf({ definition }: LoadedProcedure, node: Node): Generator<readonly [string, string]> {
  const { id, step, outgoing } = node;
  for (const { text } of Object.values(step.inputs ?? {})) yield [id, text];
  if (step.script) yield [id, step.script.text];
  for (const text of [step.assignee, step.assignedRole]) if (text !== undefined) yield [id, text];
  const unit = stepUnit(step.unit);
  if (typeof unit === 'object' && 'expression' in unit) yield [id, unit.expression];
  if ('event' in node) for (const text of textsOfEvent(node.event)) yield [id, text];
  for (const expression of askedOf(node)) if (expression) yield [id, expression.text];
  for (const flow of outgoing) {
    const { condition } = definition.flows[flow]!;
    if (condition) yield [flow, condition.text];
  }
}

/** What a node asks besides: when it goes on, how often it is done, when that is enough. */
function askedOf(node: Node): readonly (Expression | undefined)[] {
  const { loop } = node;
  return [
    ...('activation' in node ? [node.activation] : []), ...('completion' in node ? [node.completion] : []),
    ...(loop?.kind === 'multi' ? [loop.collection, loop.cardinality, loop.completion] : loop ? [loop.condition] : []),
  ];
}

function* textsOfEvent(event: EventDefinition): Generator<string> {
  if (event.kind === 'timer' && typeof event.timer.value !== 'string') yield event.timer.value.text;
  if (event.kind === 'conditional') yield event.condition.text;
  if (event.kind === 'message') for (const { value } of event.keys ?? []) yield value.text;
  if (event.kind === 'multiple') for (const each of event.events) yield* textsOfEvent(each);
}

const compared = /([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)\s*(?:=|!=)\s*"([^"]*)"|list contains\(\s*([a-z][A-Za-z0-9.]*)\s*,\s*"([^"]*)"/g;

function* valueFaults(places: ReadonlyMap<string, Place>, text: string): Generator<Said> {
  for (const [, equalPath, equalValue, listPath, listValue] of text.matchAll(compared)) {
    const path = equalPath ?? listPath ?? '', value = equalValue ?? listValue ?? '';
    const [root = '', ...rest] = path.split('.');
    const place = places.get(root);
    if (place === undefined || place === 'any' || 'names' in place) continue;
    const schema = place.fields.get(rest.join('.'));
    const allowed = schema?.enum ?? schema?.items?.enum;
    if (allowed && !allowed.includes(value)) yield { en: `expected "${path}" to be compared with one of its answers (${allowed.join(', ')}), but it is compared with "${value}"`, vi: `“${path}” được so với “${value}”, mà câu hỏi ấy không có câu trả lời đó: chỉ có ${allowed.join(', ')}` };
  }
}

/** What conditions, inputs, scripts, events and collections read is given by some form or step, and answers are compared with answers that exist. */
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
    const { components, conflicts, subject, letters } = loaded.procedure;
    const forms = Object.entries(letters).flatMap(([key, { variants = [] }]) => variants.map(({ when }) => [`letters.${key}`, when] as const));
    const conditions = [['subject', subject] as const, ...forms, ...components.map(({ code, required }) => [code, required === true ? undefined : required.when] as const), ...conflicts.map(({ id, when }) => [id, when] as const)];
    for (const [element, text] of conditions) {
      for (const path of text === undefined ? [] : variables(text)) {
        const message = faultOf(places, `application.${path}`);
        if (message) yield error(element, message, 'procedure.json');
      }
    }
  },
};
