import { evaluate as feel } from '../engine/expression/feel.ts';
import { budget } from '../engine/expression/run.ts';
import type { Data, Json } from '../engine/state.ts';
import { expand, type ExpandedForm, type Field } from './expand.ts';
import { fieldOf, placesOf, setAt, valueAt, type Draft, type FieldPath } from './field-path.ts';
import type { Feel, Form, Page, Rule } from './form.ts';
import { roundTo } from './number.ts';
import { orderOf, pageConditions } from './order.ts';
import type { LocalText } from './text.ts';

/** What a form's rules make of an answer at an instant. Paths have their rows filled in. */
export interface Evaluation {
  /** The answer with hidden fields absent and computed fields filled in. */
  readonly value: Data;
  /** Everything not shown: fields, and cells of rows; what lies inside a hidden field is hidden too. */
  readonly hidden: ReadonlySet<FieldPath>;
  readonly required: ReadonlySet<FieldPath>;
  readonly computed: ReadonlySet<FieldPath>;
  /** Ids of the pages that are shown. */
  readonly pages: ReadonlySet<string>;
  readonly warnings: readonly Remark[];
  readonly refusals: readonly Remark[];
  /** Rules that gave no answer, in plain words; a form without findings has none. */
  readonly failures: readonly string[];
}

export interface Remark {
  readonly path: FieldPath;
  readonly message: LocalText;
}

/** Hidden itself, or inside something hidden. */
export function isHidden(hidden: ReadonlySet<FieldPath>, path: FieldPath): boolean {
  if (hidden.size === 0) return false;
  const keys = path.split('.');
  return keys.some((_, index) => hidden.has(keys.slice(0, index + 1).join('.')));
}

/**
 * One pass in the order of dependency, so that the order of rules in the file means nothing.
 * A condition whose names are absent does not hold; one that fails shows what it guards and is reported.
 * Throws when rules wait for each other in a circle, which forms/check.ts refuses first.
 */
export function evaluate(form: Form, answer: Data, at: string): Evaluation {
  const expanded = expand(form);
  const found = orderOf(expanded);
  if ('cycle' in found) throw new Error(`expected rules that do not wait for each other, but these do: ${found.cycle.join(' → ')}`);
  const value = withoutEmpty(expanded, structuredClone(answer) as Draft);
  const hidden = new Set<FieldPath>();
  const required = new Set<FieldPath>();
  const computed = new Set<FieldPath>();
  const failures = new Set<string>();

  // All rules of a form together cost no more than one expression may, whoever wrote them.
  const allowance = { left: budget };
  const ask = (text: Feel, path: FieldPath): Json | undefined => {
    const row = rowOf(expanded, path);
    const result = feel(text, row === undefined ? value : { ...value, row: valueAt(value, row) ?? {} }, at, { allowance });
    if (!('failed' in result)) return result.value;
    failures.add(`${path}: "${text}" ${result.failed}`);
    return undefined;
  };
  const holds = (text: Feel, path: FieldPath, otherwise: boolean) => {
    const result = ask(text, path);
    return result === undefined ? otherwise : result === true;
  };
  const shown = new Map<Page, boolean>();
  const pageShown = (page: Page) => {
    const known = shown.get(page);
    if (known !== undefined) return known;
    const answered = conditionsHold(page);
    shown.set(page, answered);
    return answered;
  };
  const conditionsHold = (page: Page) => {
    const [first, ...others] = page.when ? pageConditions(form, page) : [undefined, ...pageConditions(form, page)];
    return (first === undefined || holds(first, page.id, true)) && (others.length === 0 || others.some((text) => text !== undefined && holds(text, page.id, true)));
  };

  for (const field of found.order) {
    const rules = rulesOf(form, field);
    for (const path of placesOf(value, field.id)) {
      if (isHidden(hidden, path)) continue;
      const onPage = field.pages.length === 0 || field.pages.some(pageShown);
      if (!onPage || (rules.show.length > 0 && !rules.show.some((when) => holds(when, path, true)))) {
        hidden.add(path);
        setAt(value, path, undefined);
        continue;
      }
      for (const rule of rules.compute) {
        computed.add(path);
        setAt(value, path, computedValue(ask(rule.value, path), rule.decimals));
      }
      if (rules.compute.length === 0 && asked(expanded, field, path, value, required) && (field.required || rules.require.some((when) => holds(when, path, false)))) required.add(path);
    }
  }

  const remarks = (kind: 'warn' | 'refuse') =>
    form.rules.flatMap((rule): Remark[] => {
      if (!(kind in rule)) return [];
      const { message, when, ...target } = rule as Extract<Rule, { message: LocalText }>;
      const id = 'warn' in target ? target.warn : target.refuse;
      return placesOf(value, id).filter((path) => !isHidden(hidden, path) && holds(when, path, false)).map((path) => ({ path, message }));
    });
  const warnings = remarks('warn');
  const refusals = remarks('refuse');
  const pages = new Set(form.ui.pages.filter((page) => pageShown(page) && (page.fields.length === 0 || page.fields.some((id) => !isHidden(hidden, id)))).map((page) => page.id));
  return { value: withoutEmpty(expanded, value), hidden, required, computed, pages, warnings, refusals, failures: [...failures] };
}

/** Parts of an address are asked for when the address is, or once it is begun; its fixed parts never. */
function asked({ fields }: ExpandedForm, field: Field, path: FieldPath, value: Draft, required: ReadonlySet<FieldPath>): boolean {
  if (field.parent === undefined || fields.get(field.parent)?.kind !== 'composite') return true;
  const whole = path.slice(0, path.lastIndexOf('.'));
  return field.schema.const === undefined && (required.has(whole) || valueAt(value, whole) !== undefined);
}

function rowOf({ fields }: ExpandedForm, path: FieldPath): FieldPath | undefined {
  const row = /^(.*\.\d+)\./.exec(path)?.[1];
  return row !== undefined && fields.get(fieldOf(row.replace(/\.\d+$/, '')))?.kind === 'rows' ? row : undefined;
}

function rulesOf(form: Form, field: Field) {
  return {
    show: form.rules.flatMap((rule) => ('show' in rule && rule.show === field.id ? [rule.when] : [])),
    require: form.rules.flatMap((rule) => ('require' in rule && rule.require === field.id ? [rule.when] : [])),
    compute: form.rules.filter((rule) => 'compute' in rule && rule.compute === field.id) as Extract<Rule, { compute: string }>[],
  };
}

function computedValue(value: Json | undefined, decimals: number | undefined): Json | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'number' && decimals !== undefined ? roundTo(value, decimals) : value;
}

/** Groups and lists with nothing in them are absent too, and so is an address that only knows its province. */
function withoutEmpty({ fields }: ExpandedForm, value: Draft): Draft {
  for (const field of [...fields.values()].toReversed()) {
    for (const path of placesOf(value, field.id)) {
      const here = valueAt(value, path);
      if (typeof here !== 'object' || here === null) continue;
      const said = Object.keys(here).filter((key) => field.kind !== 'composite' || field.schema.properties?.[key]?.const === undefined);
      if (said.length === 0) setAt(value, path, undefined);
    }
  }
  return value;
}

