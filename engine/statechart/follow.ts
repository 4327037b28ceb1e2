import { unsubscribe } from '../cancel.ts';
import { subscriptionsOf, type Draft } from '../draft.ts';
import { sayFollowed, tell, originsOf } from '../follow.ts';
import type { Subscribing } from '../elements/element.ts';
import type { Plan } from '../plan.ts';
import { reject } from '../precondition.ts';
import type { Subscription, Token } from '../state.ts';
import type { Rejection } from '../step.ts';
import { contextOf } from '../view.ts';
import { arm } from '../watch.ts';
import { isApart } from './hold.ts';
import type { StateConfig } from './machine.ts';
import { opening, subscribing } from './open.ts';
import { arrange } from './order.ts';
import { placeOf, raisedBy } from './places.ts';
import { logicOf } from './machine-logic.ts';
import type { Chart } from './transition.ts';

/**
 * After the states of an instance were carried over: what waits outside learns its new name, timers and messages become those of
 * the new states. A timer that has begun goes on from where it began, and one that has fired is not set again.
 */
export const followChart = (draft: Draft, plan: Plan): Rejection | undefined => {
  const origin = originsOf(plan);
  const change = draft.next++;
  const chart = draft.definition as Chart;
  const orderOf = (id: string): number => logicOf(chart).machine.getStateNodeById(`#${id}`).order;
  for (const token of draft.tokens.values()) {
    const former = origin.get(token.at)!.id;
    const refused = isApart(draft, token) ? undefined : resubscribe(draft, token, placeOf(plan.former.machine!, former).state, placeOf(chart.machine, token.at).state);
    if (refused) return refused;
    tell(draft, origin, change, token);
  }
  sayFollowed(draft, origin, change);
  arrange(draft, [...draft.tokens.values()].map(({ at }) => at).toSorted((one, other) => orderOf(one) - orderOf(other)));
  return undefined;
};

const resubscribe = (draft: Draft, token: Token, former: StateConfig, now: StateConfig): Rejection | undefined => {
  const incident = token.wait.on === 'incident' ? draft.incidents.get(token.wait.incident) : undefined;
  if (incident?.event?.type === opening) return undefined;
  const wanted = subscribing(contextOf(draft, token), now, raisedBy((draft.definition as Chart).machine));
  if ('failed' in wanted) return reject('no-place', wanted.failed.message, token.at);
  const left = new Set(subscriptionsOf(draft, { token: token.id }));
  const fresh: Subscribing[] = [];
  for (const each of wanted.value) {
    const had = [...left].find((one) => same(one, each, former, now));
    if (had) {
      left.delete(had);
      draft.subscriptions.set(had.id, { ...had, node: each.node, ...(each.part !== undefined && { part: each.part }) });
    } else if (!hasHappened(each, former, now)) fresh.push(each);
  }
  const began = [...left].find(({ event }) => event.kind === 'timer')?.event;
  for (const gone of left) unsubscribe(draft, gone);
  arm(draft, { token: token.id }, fresh.map((each) => (each.event.kind === 'timer' && began?.kind === 'timer' ? { ...each, event: { ...each.event, from: began.from } } : each)));
  return undefined;
};

const timerAt = ({ after = {} }: StateConfig, part = 0): string | undefined => Object.keys(after)[part];

/** Whether a subscription is for what the new state waits for: a timer that is written the same, an event of the same name and keys. */
const same = (had: Subscription, wanted: Subscribing, former: StateConfig, now: StateConfig): boolean => {
  if (had.event.kind === 'timer' || wanted.event.kind === 'timer') return had.event.kind === wanted.event.kind && timerAt(former, had.part) === timerAt(now, wanted.part);
  return JSON.stringify(had.event) === JSON.stringify(wanted.event);
};

/** A timer that the former state had too, and that is not waited for any more, has fired. */
const hasHappened = (wanted: Subscribing, former: StateConfig, now: StateConfig): boolean =>
  wanted.event.kind === 'timer' && Object.hasOwn(former.after ?? {}, timerAt(now, wanted.part)!);
