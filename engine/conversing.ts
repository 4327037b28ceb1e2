import type { Conversation, CorrelationKey, Definition } from './definition.ts';
import type { Draft } from './draft.ts';
import type { Data, Scope, Told } from './state.ts';

/** How a process tells messages apart, and what they have said so far: in it, then in whoever called it, outwards. */
export interface Correlation {
  readonly drawn: Conversation | undefined;
  readonly told: readonly Told[];
}

/** A called process whose own file says nothing of a message goes by the keys of its caller; what the caller expects stands in data that it does not see. */
const drawnFor = ({ conversation, processes, id }: Definition, process: string | undefined): Conversation | undefined => {
  if (process === undefined || process === id) return conversation;
  return processes?.[process]?.conversation ?? (conversation && { messages: conversation.messages, expected: {} });
};

/** The called processes around a scope, the innermost first. */
function* callsAround(draft: Draft, scope: number): Generator<Scope> {
  for (let around = draft.scopes.get(scope); around; around = around.token === undefined ? undefined : draft.scopes.get(draft.tokens.get(around.token)!.scope)) {
    if (around.called !== undefined) yield around;
  }
}

/** How the process in which a scope stands tells messages apart. */
export const correlationAt = (draft: Draft, scope: number): Correlation => {
  const calls = [...callsAround(draft, scope)];
  return { drawn: drawnFor(draft.definition, calls[0]?.called), told: [...calls, draft].map(({ conversation }) => conversation).filter((told) => told !== undefined) };
};

/** What has been said of a key: keys of different files are the same when they have the same properties. */
export const toldOf = ({ told }: Correlation, { properties }: CorrelationKey): Data | undefined => {
  const names = Object.keys(properties);
  return told.flatMap((each) => Object.values(each)).find((values) => Object.keys(values).length === names.length && names.every((name) => Object.hasOwn(values, name)));
};

/** Keeps what was said of keys in the process in which a scope stands. */
export const tell = (draft: Draft, scope: number, said: Told): void => {
  const [call] = callsAround(draft, scope);
  if (call) draft.scopes.set(call.id, { ...call, conversation: { ...call.conversation, ...said } });
  else draft.conversation = { ...draft.conversation, ...said };
};

/**
 * A called process has ended: the conversation that it began goes on with whoever called it, as far as that has its keys. Of one that
 * is called several times each call has its own.
 */
export const handOver = (draft: Draft, { conversation }: Scope, caller: number): void => {
  if (!conversation || draft.scopes.get(caller)!.turns) return;
  const outer = correlationAt(draft, caller);
  for (const key of Object.values(outer.drawn?.messages ?? {}).flat()) {
    const values = toldOf({ drawn: undefined, told: [conversation] }, key);
    if (values && !outer.drawn!.expected[key.key] && !toldOf(correlationAt(draft, caller), key)) tell(draft, caller, { [key.key]: values });
  }
};
