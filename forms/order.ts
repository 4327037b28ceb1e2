import { ancestors, feelName } from './field-path.ts';
import type { ExpandedForm, Field } from './expand.ts';
import type { Feel, FieldId, Form, Page, Rule } from './form.ts';

/** Fields so that each comes after all that its rules look at; or the fields that wait for each other in a circle. */
export type Order = { readonly order: readonly Field[] } | { readonly cycle: readonly FieldId[] };

const ruled = (rule: Rule): FieldId | undefined => ('show' in rule ? rule.show : 'require' in rule ? rule.require : 'compute' in rule ? rule.compute : undefined);

/** Dotted names in a FEEL text, string literals left out. Too many is safe here, too few is not. */
export const namesIn = (text: Feel): string[] => text.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/gu)?.map((name) => name.replace(/\s/g, '')) ?? [];

export const pagesShownBy = (form: Form, rule: Rule): readonly Page[] => ('show' in rule && !Object.hasOwn(form.ui.fields, rule.show) ? form.ui.pages.filter((page) => page.id === rule.show) : []);

/** Texts that decide whether a page is shown. */
export const pageConditions = (form: Form, page: Page): Feel[] => [...(page.when ? [page.when] : []), ...form.rules.flatMap((rule) => ('show' in rule && pagesShownBy(form, rule).includes(page) ? [rule.when] : []))];

function textsOf(form: Form, field: Field): Feel[] {
  const own = form.rules.flatMap((rule) => (ruled(rule) === field.id ? ['compute' in rule ? rule.value : rule.when] : []));
  return [...own, ...field.pages.flatMap((page) => pageConditions(form, page))];
}

const known = new WeakMap<ExpandedForm, Order>();

export function orderOf(expanded: ExpandedForm): Order {
  const found = known.get(expanded) ?? sorted(expanded);
  known.set(expanded, found);
  return found;
}

function sorted(expanded: ExpandedForm): Order {
  const { form, fields } = expanded;
  const all = [...fields.values()];
  const waitsFor = new Map<FieldId, Set<FieldId>>();
  for (const field of all) {
    const needs = new Set<FieldId>(field.parent === undefined ? [] : [field.parent]);
    const row = ancestors(field.id).find((id) => fields.get(id)?.kind === 'rows');
    for (const text of textsOf(form, field)) {
      for (const name of namesIn(text)) {
        const asked = row && name.startsWith('row.') ? `${feelName(row)}.${name.slice(4)}` : name;
        for (const other of all) {
          const there = feelName(other.id);
          if (there === asked || there.startsWith(`${asked}.`) || asked.startsWith(`${there}.`)) needs.add(other.id);
        }
      }
    }
    for (const id of ancestors(field.id)) if (fields.get(id)?.kind === 'group') needs.delete(id);
    if (field.parent !== undefined) needs.add(field.parent);
    waitsFor.set(field.id, needs);
  }
  const order: Field[] = [];
  const done = new Set<FieldId>();
  for (let left = all; left.length > 0; ) {
    const ready = left.filter((field) => [...(waitsFor.get(field.id) ?? [])].every((id) => done.has(id)));
    if (ready.length === 0) return { cycle: circle(left, waitsFor, done) };
    for (const field of ready) done.add(field.id);
    order.push(...ready);
    left = left.filter((field) => !done.has(field.id));
  }
  return { order };
}

/** Walks from a stuck field along what it waits for until it meets itself. */
function circle(left: readonly Field[], waitsFor: ReadonlyMap<FieldId, ReadonlySet<FieldId>>, done: ReadonlySet<FieldId>): FieldId[] {
  const walked: FieldId[] = [];
  for (let id = left[0]?.id; id !== undefined; id = [...(waitsFor.get(id) ?? [])].find((next) => !done.has(next))) {
    if (walked.includes(id)) return walked.slice(walked.indexOf(id));
    walked.push(id);
  }
  return walked;
}
