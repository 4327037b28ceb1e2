import type { Node } from './definition.ts';
import { give, isLayered, ownOf, type Draft } from './draft.ts';
import { resultName } from './result-name.ts';
import type { Data, Json } from './state.ts';

/** The values around a place in the instance, innermost first: a token's own, its scope's, those of the token that holds the scope, and so on. */
function* layers(draft: Draft, scope: number, token?: number): Generator<{ readonly token: number } | { readonly scope: number }> {
  if (token !== undefined && ownOf(draft, token)) yield { token };
  for (let around = draft.scopes.get(scope); around; ) {
    if (around.own || around.called !== undefined) yield { scope: around.id };
    if (around.called !== undefined || around.token === undefined) return;
    const holder = draft.tokens.get(around.token)!;
    if (holder.own) yield { token: holder.id };
    around = draft.scopes.get(holder.scope);
  }
}

const valuesOf = (draft: Draft, layer: { readonly token: number } | { readonly scope: number }): Data =>
  ('token' in layer ? ownOf(draft, layer.token) : draft.scopes.get(layer.scope)!.own) ?? {};

const insideCall = (draft: Draft, scope: number): boolean => {
  for (let around = draft.scopes.get(scope); around; ) {
    if (around.called !== undefined) return true;
    if (around.token === undefined) return false;
    around = draft.scopes.get(draft.tokens.get(around.token)!.scope);
  }
  return false;
};

/** All that is seen at a place: inner values hide outer ones, and a called process sees nothing of its caller. */
export const visible = (draft: Draft, scope: number, token?: number): Data => {
  const found: Data[] = [];
  for (const layer of layers(draft, scope, token)) found.push(valuesOf(draft, layer));
  if (found.length === 0) return draft.data;
  const all: Record<string, Json> = insideCall(draft, scope) ? {} : { ...draft.data };
  for (let index = found.length - 1; index >= 0; index -= 1) Object.assign(all, found[index]);
  return all;
};

const keepInRoot = (draft: Draft, name: string, value: Json): void => {
  if (!draft.ownsData) draft.data = { ...draft.data };
  draft.ownsData = true;
  draft.data[name] = value;
};

/** Keeps each value where its name is known, from the place outwards; a new name in the called process or the instance's data. */
export const keep = (draft: Draft, values: Data, scope = 0, token?: number): void => {
  draft.changed = true;
  const around = isLayered(draft) ? [...layers(draft, scope, token)] : [];
  for (const [name, value] of Object.entries(values)) {
    const layer = around.find((each) => Object.hasOwn(valuesOf(draft, each), name) || ('scope' in each && draft.scopes.get(each.scope)!.called !== undefined));
    if (!layer) keepInRoot(draft, name, value);
    else if ('token' in layer) give(draft, layer.token, { [name]: value });
    else {
      const holder = draft.scopes.get(layer.scope)!;
      draft.scopes.set(holder.id, { ...holder, own: { ...holder.own, [name]: value } });
    }
  }
};

/** The entries of an answer, when it has any. */
export const entriesOf = (value: Json): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Data : {});

/** What an element keeps of its answer: the whole under its own name, or each entry under its name, as other engines do. */
export const answered = (node: Node, value: Json): Data =>
  (node.step.variables !== undefined && node.step.result === undefined ? entriesOf(value) : { [resultName(node)]: value });

/** What is kept of the answer that a token waited for; what the other events bring that begin an instance is its data, as what the first one brought. */
export const kept = (node: Node, value: Json): Data =>
  (node.kind === 'startEvent' ? { ...entriesOf(value), ...(node.step.result !== undefined && { [node.step.result]: value }) } : answered(node, value));
