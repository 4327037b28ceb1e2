import { release } from './cancel.ts';
import { keep } from './data.ts';
import type { Kind } from './definition.ts';
import { dies, nodeAt, type Draft } from './draft.ts';
import { label } from './elements/ask.ts';
import { passOn } from './fold.ts';
import { reject } from './precondition.ts';
import { resolved } from './retry.ts';
import type { Data, Incident } from './state.ts';
import type { Rejection } from './step.ts';

const choosing: ReadonlySet<Kind> = new Set(['exclusiveGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway']);

/**
 * Leaves the element of an incident as if it were done: `data` is kept where its answer or outputs would have been, nothing else is
 * asked of it. Tokens that a join holds back go on as one. A gateway that cannot choose must be told its way (`choose`).
 */
export const skip = (draft: Draft, incident: Incident, data: Data | undefined): Rejection | undefined => {
  const node = nodeAt(draft, draft.tokens.get(incident.token)!.at);
  if (incident.retry === 'watch') return reject('no-place', `expected an element that can be left, but ${draft.definition.id} cannot watch for its events: mend the data`, node.id);
  if (choosing.has(node.kind) && incident.code !== 'deadlock') return reject('no-place', `expected an element with one way to go on, but ${label(node)} must choose: name its flows, or move the token`, node.id);
  if (data) keep(draft, data, draft.tokens.get(incident.token)!.scope, incident.token);
  const passed = new Set<string>();
  for (const token of resolved(draft, incident)) {
    if (!draft.scopes.has(token.scope)) continue;
    // What failed on its way in has opened nothing yet, on its way out nothing any more.
    if (incident.retry === 'enter') release(draft, token, 'completed');
    const place = `${token.scope} ${token.at}`;
    if (incident.code === 'deadlock' && passed.has(place)) dies(draft, token);
    else {
      draft.skipped = token.id;
      passOn(draft, token);
    }
    passed.add(place);
  }
  return undefined;
};
