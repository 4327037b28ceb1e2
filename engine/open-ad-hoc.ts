import type { Definition } from './definition.ts';
import type { State, Token } from './state.ts';

/** Whether the token holds an ad-hoc sub-process whose steps may be begun: not all its turns, and not what it is undone by. */
export const holdsAdHoc = ({ nodes }: Definition, scopes: State['scopes'], { at, wait }: Token): boolean => {
  if (wait.on !== 'scope' || nodes[at]?.kind !== 'adHocSubProcess') return false;
  const scope = scopes.find(({ id }) => id === wait.scope);
  return scope !== undefined && !scope.turns && !scope.undo;
};
