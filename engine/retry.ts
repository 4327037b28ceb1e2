import { raise, setOut, subscriptionsOf, unrest, type Draft } from './draft.ts';
import { begin, wayOut } from './fold.ts';
import type { Moving } from './elements/element.ts';
import type { Incident, Token } from './state.ts';
import { watch } from './watch.ts';

/** The tokens of an incident, under new ids: what is asked of the world again must not be taken for the first time. */
const renewed = (draft: Draft, incident: Incident): readonly Moving[] => {
  const waiting = [...draft.tokens.values()].filter(({ wait }) => wait.on === 'incident' && wait.incident === incident.id);
  return waiting.map((token) => renew(draft, token));
};

const renew = (draft: Draft, token: Token): Moving => {
  unrest(draft, token);
  const id = draft.next++;
  draft.carried.delete(token.id);
  if (token.own) draft.carried.set(id, token.own);
  for (const subscription of subscriptionsOf(draft, { token: token.id })) draft.subscriptions.set(subscription.id, { ...subscription, token: id });
  const { at, scope, via } = token;
  return { id, at, scope, via };
};

/** Takes an incident away and gives back its tokens to go on. */
export const resolved = (draft: Draft, incident: Incident): readonly Moving[] => {
  const tokens = renewed(draft, incident);
  draft.incidents.delete(incident.id);
  draft.effects.push({ key: `incident.resolve:${incident.id}`, type: 'incident.resolve', incident: incident.id, node: tokens[0]!.at });
  return tokens;
};

/** Does again what failed. */
export const retry = (draft: Draft, incident: Incident): void => {
  const tokens = resolved(draft, incident).filter(({ scope }) => draft.scopes.has(scope));
  if (incident.retry === 'watch') return watchAgain(draft, tokens);
  const again = { arrive: setOut, enter: begin, leave: wayOut }[incident.retry];
  for (const token of tokens) if (draft.scopes.has(token.scope)) again(draft, token);
};

const watchAgain = (draft: Draft, tokens: readonly Moving[]): void => {
  const [first] = tokens;
  const failure = first && watch(draft, first.scope);
  if (failure) return raise(draft, tokens, 'watch', failure);
  for (const token of tokens) setOut(draft, token);
};
