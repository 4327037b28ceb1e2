import type { Definition } from './definition.ts';
import type { State, Token } from './state.ts';

/** Whether the token holds an ad-hoc sub-process whose steps may be begun: not all its turns, and not what it is undone by. */
export const holdsAdHoc = ({ nodes }: Definition, scopes: State['scopes'], { at, wait }: Token): boolean => {
  if (wait.on !== 'scope' || nodes[at]?.kind !== 'adHocSubProcess') return false;
  const scope = scopes.find(({ id }) => id === wait.scope);
  return scope !== undefined && !scope.turns && !scope.undo;
};

/** Whether its steps may be begun as long as the scope around it is open: its condition is written out as false, so that nobody says that it is enough. */
export const isNeverEnough = ({ nodes }: Definition, id: string): boolean => {
  const node = nodes[id];
  return node?.kind === 'adHocSubProcess' && /^\s*=?\s*false\s*$/.test(node.completion?.text ?? '');
};
