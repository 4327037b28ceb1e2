import type { State, Token } from '../state.ts';

/** A token, and the scopes around it with the tokens that hold them, inmost first. */
export interface Chain {
  readonly tokens: readonly [Token, ...Token[]];
  readonly scopes: ReadonlySet<number>;
}

export const chainOf = ({ scopes, tokens }: State, token: Token): Chain => {
  const held: [Token, ...Token[]] = [token];
  const around = new Set<number>();
  for (let scope = scopes.find(({ id }) => id === token.scope); scope; ) {
    around.add(scope.id);
    const { token: holder } = scope;
    const outer = tokens.find(({ id }) => id === holder);
    if (outer) held.push(outer);
    scope = outer && scopes.find(({ id }) => id === outer.scope);
  }
  return { tokens: held, scopes: around };
};
