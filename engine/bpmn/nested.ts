import { unusableName } from './step.ts';

interface Pair {
  readonly target: string;
  readonly value: string;
}

/** Entries with one name first: `order.total` and `order.items` are parts of one `order`. */
interface Branch {
  readonly parts: Map<string, Branch | string>;
}

const name = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * Mappings to paths such as `order.total` as mappings to names. What an output makes of a name is laid over what the data hold
 * there; an input begins anew. A later mapping to the same path replaces an earlier one.
 */
export const nested = (pairs: readonly Pair[], over: boolean): { readonly entries: readonly (readonly [name: string, feel: string])[] } | { readonly failed: string } => {
  const root: Branch = { parts: new Map() };
  for (const { target, value } of pairs) {
    const path = target.split('.');
    if (path.length > 20 || !path.every((part) => name.test(part) && !unusableName(part))) return { failed: `"${target}" is none` };
    let branch = root;
    for (const part of path.slice(0, -1)) {
      const inner = branch.parts.get(part);
      const next: Branch = typeof inner === 'object' ? inner : { parts: new Map() };
      branch.parts.set(part, next);
      branch = next;
    }
    branch.parts.set(path.at(-1)!, value);
  }
  return { entries: [...root.parts].map(([part, inside]) => [part, textOf(inside, over ? part : undefined)]) };
};

const textOf = (inside: Branch | string, path: string | undefined): string => {
  if (typeof inside === 'string') return inside;
  const entries = [...inside.parts].map(([part, value]) => `${part}: ${textOf(value, path === undefined ? undefined : `${path}.${part}`)}`);
  const made = `{${entries.join(', ')}}`;
  return path === undefined ? made : `context merge([if ${path} = null then {} else ${path}, ${made}])`;
};
