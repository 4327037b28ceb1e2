import type { NodeId } from '../definition.ts';
import { born, raise, type Draft } from '../draft.ts';
import type { Incident, Token } from '../state.ts';
import type { MachineEvent } from './machine.ts';
import { inPlace } from './order.ts';

/** The token of an active state; what waits for a repair there besides is none. */
export const tokenAt = (draft: Draft, id: NodeId): Token | undefined => {
  for (const token of draft.tokens.look()) if (token.at === id && !isApart(draft, token)) return token;
  return undefined;
};

const ownWork = /^(task\.complete|xstate\.done\.actor)\./;

/** Whether a token only holds an event that could not be taken, beside the token of its state: any but the answer of the state's own work. */
export const isApart = (draft: Draft, { wait }: Token): boolean => {
  const event = wait.on === 'incident' ? draft.incidents.get(wait.incident)?.event : undefined;
  return event !== undefined && !ownWork.test(event.type);
};

export const hasBegun = (draft: Draft): boolean => draft.scopes.size > 1;

/** Keeps an event that could not be taken until a person has mended the cause: in a token of its own at the state. */
export const hold = (draft: Draft, at: NodeId, failure: Pick<Incident, 'code' | 'message'>, event: MachineEvent): void => {
  const { scope } = tokenAt(draft, at) ?? { scope: 0 };
  holdAt(draft, { id: born(draft, scope), at, scope }, failure, event);
};

/** As `hold`, in the token of the state whose own work brought the event. */
export const holdAt = (draft: Draft, token: Omit<Token, 'wait'>, failure: Pick<Incident, 'code' | 'message'>, event: MachineEvent): void => {
  const incident = draft.next;
  inPlace(draft, () => raise(draft, [token], 'enter', failure));
  draft.incidents.set(incident, { ...draft.incidents.get(incident)!, event });
};
