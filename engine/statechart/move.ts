import { keep } from '../data.ts';
import { dies, type Draft } from '../draft.ts';
import type { Beginning, Modify } from '../event.ts';
import { reject } from '../precondition.ts';
import { resolved } from '../retry.ts';
import type { Rejection } from '../step.ts';
import { hasBegun, isApart } from './hold.ts';
import { moveEvent } from './way.ts';
import type { MachineEvent } from './machine.ts';

/**
 * A person has an instance enter states as by a transition: the nearest active state around each leaves what it holds for it, and
 * what is beside that stays. Tokens that are named to be taken away must be left by it, or hold an event that is let go.
 */
export const moveChart = (draft: Draft, { cancel, begin, data }: Modify, put: (event: MachineEvent) => void): Rejection | undefined => {
  for (const id of cancel) {
    const token = draft.tokens.get(id);
    if (!token) return reject('no-token', `expected a token ${id} to take away, but there is none: it may have moved on`);
    if (isApart(draft, token)) dies(draft, resolved(draft, draft.incidents.get(token.wait.on === 'incident' ? token.wait.incident : 0)!)[0]!);
  }
  if (data) keep(draft, data);
  for (const beginning of begin) {
    const unfit = whyUnfit(draft, beginning);
    if (unfit !== undefined) return reject('no-place', unfit, beginning.element);
    if (draft.status === 'active') put({ type: moveEvent(beginning.element) });
  }
  const kept = draft.status === 'active' ? cancel.map((id) => draft.tokens.get(id)).find((token) => token !== undefined) : undefined;
  return kept && reject('no-token', `expected ${kept.at} to be left for the states that are entered, but it stays: name a state beside it or around it to enter`, kept.at);
};

const whyUnfit = (draft: Draft, { place, element, scope }: Beginning): string | undefined => {
  const node = Object.hasOwn(draft.definition.nodes, element) ? draft.definition.nodes[element] : undefined;
  if (!node) return `expected a state of ${draft.definition.id} to enter, but there is no ${element}`;
  if (element === draft.definition.id) return `expected a state of ${draft.definition.id} to enter, but it is the whole`;
  if (place !== 'before') return `expected state ${element} to be entered ("before"), because a statechart has no place ${place} a state`;
  if (scope !== undefined) return `expected no scope for ${element}: a state is once in a statechart`;
  return hasBegun(draft) ? undefined : `expected ${draft.definition.id} to have begun, but its first states wait for their data to be mended`;
};
