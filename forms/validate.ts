import type { Data } from '../engine/state.ts';
import { evaluate, isHidden, type Evaluation, type Remark } from './evaluate.ts';
import { expand, type ExpandedForm, type Field } from './expand.ts';
import { fieldOf, isObject, placesOf, setAt, valueAt, type Draft, type FieldPath } from './field-path.ts';
import type { Catalogues, FieldId, Form } from './form.ts';
import { tooLarge } from './limits.ts';
import { messageOf } from './messages.ts';
import { normalise } from './normalise.ts';
import { ownFaults } from './own-checks.ts';
import type { LocalText } from './text.ts';
import { wishes } from './wishes.ts';

/** One failed keyword, as ajv tells it. */
export interface Fault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The compiled schema: forms/compile.ts on the server, the precompiled module in the browser. */
export type Check = (value: unknown) => readonly Fault[];

export interface FieldError {
  readonly path: FieldPath;
  readonly keyword: string;
  readonly message: LocalText;
}

export interface Validation {
  /** The answer as it is to be kept: normalised, hidden fields absent, computed ones filled in. */
  readonly value: Data;
  /** At most one per field, in the order of the pages. Empty: the answer stands. */
  readonly errors: readonly FieldError[];
  readonly warnings: readonly Remark[];
  readonly evaluation: Evaluation;
}

export interface ValidateOptions {
  /** UTC instant for today() and days not in the future. */
  readonly at: string;
  /** Ids of the pages to judge; all of them when left out. */
  readonly pages?: readonly string[];
  readonly catalogues?: Catalogues;
}

const mostErrors = 200;

/** Judges an answer, the same in browser and server. Never throws for an answer, only for a form that cannot be one. */
export function validate(form: Form, check: Check, answer: unknown, { at, pages, catalogues = {} }: ValidateOptions): Validation {
  const expanded = expand(form);
  if (tooLarge(answer) || !isObject(answer)) {
    const evaluation = evaluate(form, {}, at);
    return { value: {}, errors: [{ path: '', keyword: 'tooLarge', message: messageOf('tooLarge', {}, undefined) }], warnings: [], evaluation };
  }
  const evaluation = evaluate(form, normalise(expanded, answer), at);
  const value = withConstants(expanded, evaluation.value);
  const judged = withGroups(expanded, evaluation, value);
  const errors = new Map<FieldPath, FieldError>();
  const add = (path: FieldPath, keyword: string, params: Fault['params'], message?: LocalText) => {
    if (isHidden(evaluation.hidden, path) || errors.size >= mostErrors) return;
    const stray = keyword === 'additionalProperties';
    const place = stray ? path : fieldPlace(expanded, path);
    const field = expanded.fields.get(fieldOf(place));
    if (!errors.has(place)) errors.set(place, { path: place, keyword, message: message ?? messageOf(keyword, params, stray ? undefined : field) });
  };
  for (const path of evaluation.required) if (valueAt(value, path) === undefined && expanded.fields.get(fieldOf(path))?.kind === 'leaf') add(path, 'required', {});
  for (const fault of check(judged)) if (!isBranch(fault)) add(pathOf(fault), fault.keyword, fault.params);
  for (const path of evaluation.required) if (valueAt(value, path) === undefined && expanded.fields.get(fieldOf(path))?.kind === 'rows') add(path, 'required', {});
  for (const fault of ownFaults(expanded.fields.values(), value, at, catalogues)) add(fault.path, fault.keyword, fault.params);
  for (const { path, message } of evaluation.refusals) add(path, 'rule', {}, message);
  // What is computed follows from what is typed: its fault is told only when nothing else is wrong.
  const typed = [...errors.values()].filter(({ path }) => !evaluation.computed.has(path));
  const told = typed.length > 0 ? typed : [...errors.values()];
  const wanted = pages && new Set(form.ui.pages.filter((page) => pages.includes(page.id)).flatMap((page) => page.fields));
  const inPages = ({ path }: { path: FieldPath }) => !wanted || [...wanted].some((id) => isWithin(fieldOf(path), id));
  return { value, errors: told.filter(inPages).toSorted(byPage(form)), warnings: [...evaluation.warnings, ...wishes(expanded, evaluation, value)].filter(inPages), evaluation };
}

/** True when a field is another one or lies inside it. */
export const isWithin = (id: FieldId, outer: FieldId): boolean => id === outer || id.startsWith(`${outer}.`) || id.startsWith(`${outer}[]`);

/** The failing branches of a choice say nothing to a person; the choice itself does. */
const isBranch = ({ keyword, schemaPath }: Fault) => keyword === 'if' || /\/(anyOf|oneOf)\/\d+\//.test(schemaPath) || /\/(not|contains|propertyNames)\//.test(schemaPath);

function pathOf({ instancePath, params }: Fault): FieldPath {
  const keys = instancePath.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const inside = params.missingProperty ?? params.additionalProperty;
  return [...keys, ...(typeof inside === 'string' ? [inside] : [])].join('.');
}

/** The field a place belongs to: the third parcel number is the parcels' own matter. */
function fieldPlace({ fields }: ExpandedForm, path: FieldPath): FieldPath {
  const keys = path.split('.');
  while (keys.length > 1 && !fields.has(fieldOf(keys.join('.'))) ) keys.pop();
  return keys.join('.');
}

function withConstants({ fields }: ExpandedForm, value: Data): Draft {
  const filled = structuredClone(value) as Draft;
  for (const field of fields.values()) {
    if (field.schema.const === undefined || field.parent === undefined || fields.get(field.parent)?.kind !== 'composite') continue;
    for (const path of placesOf(filled, field.id)) if (valueAt(filled, path.slice(0, path.lastIndexOf('.'))) !== undefined) setAt(filled, path, field.schema.const);
  }
  return filled;
}

/** Groups that are shown and composites that are required stand there even when empty, so that each missing field is named. */
function withGroups({ fields }: ExpandedForm, { hidden, required }: Evaluation, value: Data): Data {
  const judged = structuredClone(value) as Draft;
  for (const field of fields.values()) {
    for (const path of placesOf(judged, field.id)) {
      const stands = field.kind === 'group' ? groupAsks(fields, field, hidden, path) : field.kind === 'composite' && required.has(path);
      if (stands && !isHidden(hidden, path) && valueAt(judged, path) === undefined) setAt(judged, path, field.kind === 'composite' ? constants(field) : {});
    }
  }
  return judged;
}

const groupAsks = (fields: ExpandedForm['fields'], { id }: Field, hidden: ReadonlySet<FieldPath>, path: FieldPath) =>
  [...fields.values()].some((field) => field.parent === id && !isHidden(hidden, `${path}${field.id.slice(id.length)}`));

const constants = ({ schema }: Field): Draft => Object.fromEntries(Object.entries(schema.properties ?? {}).flatMap(([key, one]) => (one.const === undefined ? [] : [[key, one.const]])));

function byPage(form: Form) {
  const order = form.ui.pages.flatMap((page) => page.fields);
  const rank = (path: FieldPath) => {
    const at = order.findIndex((id) => isWithin(fieldOf(path), id));
    return at < 0 ? order.length : at;
  };
  return (one: FieldError, other: FieldError) => rank(one.path) - rank(other.path) || 0;
}
