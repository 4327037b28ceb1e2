import { announce } from '../announce.ts';
import { leaveScope, release } from '../cancel.ts';
import type { NodeId } from '../definition.ts';
import { addScope, born, dies, nodeAt, rest, type Draft } from '../draft.ts';
import type { Token, Wait } from '../state.ts';
import type { Mark } from './run.ts';

/** What a machine did, made tokens, effects and visits; the tokens of states that were entered and are still active. */
export const apply = (draft: Draft, marks: readonly Mark[]): readonly Token[] => {
  const entered = new Map<NodeId, Token>();
  for (const mark of marks) {
    switch (mark.did) {
      case 'enter': entered.set(mark.id, enter(draft, mark.id)); break;
      case 'exit':
        exit(draft, mark.id);
        entered.delete(mark.id);
        break;
      case 'take': draft.visits.push(...mark.flows.map((element) => ({ element, did: 'take' }) as const)); break;
      case 'signal': draft.effects.push({ key: `signal.send:${draft.next++}`, type: 'signal.send', node: mark.id, name: mark.name, data: mark.data }); break;
      case 'emit': draft.effects.push({ key: `message.send:${draft.next++}`, type: 'message.send', node: mark.id, name: mark.name, keys: mark.keys, data: mark.data });
    }
  }
  return [...entered.values()];
};

const onEvent: Wait = { on: 'event' };

/** A state that holds others is a scope, in which their tokens live. */
const enter = (draft: Draft, id: NodeId): Token => {
  const node = nodeAt(draft, id);
  const around = draft.scopes.look().find((scope) => scope.node === node.parent && scope.token !== undefined)?.id ?? 0;
  const at = { id: born(draft, around), at: id, scope: around };
  draft.visits.push({ element: id, did: 'enter' });
  announce(draft, at, node);
  const scope = node.kind === 'state' && node.starts ? draft.next++ : undefined;
  const token = rest(draft, at, scope === undefined ? onEvent : { on: 'scope', scope });
  if (scope !== undefined) addScope(draft, { id: scope, node: id, token: at.id });
  return token;
};

/** A state is left: with it goes what it opened, and what waits there for a repair. */
const exit = (draft: Draft, id: NodeId): void => {
  for (const token of draft.tokens.values()) {
    if (token.at !== id) continue;
    release(draft, token, 'cancelled');
    if (token.wait.on === 'scope') leaveScope(draft, token.wait.scope, false);
    dies(draft, token);
  }
  draft.visits.push({ element: id, did: 'leave' });
};
