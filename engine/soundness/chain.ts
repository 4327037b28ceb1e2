import type { State, Token } from '../state.ts';

/** A token, and the scopes around it with the tokens that hold them, inmost first; of an activity that is done several times, all that its turns hold. */
export interface Chain {
  readonly tokens: readonly [Token, ...Token[]];
  readonly scopes: ReadonlySet<number>;
}

export const chainOf = (state: State, token: Token): Chain => {
  const chain = lineOf(state, token);
  const loop = [...chain.scopes].findLast((id) => isLoop(state, id));
  const turns = loop === undefined ? [] : state.tokens.filter((other) => !chain.tokens.includes(other) && isWithin(state, other, loop));
  return turns.length === 0 ? chain : { tokens: [...chain.tokens, ...turns], scopes: new Set([...chain.scopes, ...turns.flatMap((other) => [...lineOf(state, other).scopes])]) };
};

/** Whether the scope holds the turns of a loop: none of them leaves by a flow, but the token that holds them. */
export const isLoop = ({ scopes }: State, scope: number): boolean => scopes.some(({ id, turns }) => id === scope && turns !== undefined);

/** Whether a token is in the scope or in one that stands in it. */
export const isWithin = (state: State, token: Token, scope: number): boolean => lineOf(state, token).scopes.has(scope);

const lineOf = ({ scopes, tokens }: State, token: Token): Chain => {
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
