import type { Definition } from '../definition.ts';
import { holdsAdHoc } from '../open-ad-hoc.ts';
import type { State, Token } from '../state.ts';

/**
 * A token, and the scopes around it with the tokens that hold them, inmost first; of an activity that is done several times, all
 * that its turns hold, and of an ad-hoc sub-process all that stands in it.
 */
export interface Chain {
  readonly tokens: readonly [Token, ...Token[]];
  readonly scopes: ReadonlySet<number>;
}

export const chainOf = (definition: Definition, state: State, token: Token): Chain => {
  const chain = lineOf(state, token);
  const held = holdsAdHoc(definition, state.scopes, token) && token.wait.on === 'scope' ? [token.wait.scope] : [];
  const together = [...held, ...chain.scopes].findLast((id) => isTogether(definition, state, id));
  const turns = together === undefined ? [] : state.tokens.filter((other) => !chain.tokens.includes(other) && isWithin(state, other, together));
  return turns.length === 0 ? chain : { tokens: [...chain.tokens, ...turns], scopes: new Set([...chain.scopes, ...turns.flatMap((other) => [...lineOf(state, other).scopes])]) };
};

/** Whether the scope holds the turns of a loop: none of them leaves by a flow, but the token that holds them. */
export const isLoop = ({ scopes }: State, scope: number): boolean => scopes.some(({ id, turns }) => id === scope && turns !== undefined);

/** Whether what stands in the scope goes first together: any of it may end the others. */
export const isTogether = ({ nodes }: Definition, state: State, scope: number): boolean =>
  isLoop(state, scope) || state.scopes.some(({ id, node }) => id === scope && nodes[node]?.kind === 'adHocSubProcess');

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
