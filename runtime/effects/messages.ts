import type { Event } from '../../engine/event.ts';
import { transition } from '../../engine/transition.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { Carry } from './effects.ts';

export const subscribe: Carry<'message.subscribe'> = async (open, effect, event) => {
  await open.tx.subscriptions.insert({
    dossierId: open.row.id, subscription: effect.subscription, node: effect.node, message: effect.name, keys: effect.keys, openedAt: event.at,
  });
};

export const unsubscribe: Carry<'message.unsubscribe'> = async (open, effect) => {
  await open.tx.subscriptions.remove({ dossierId: open.row.id, subscription: effect.subscription });
};

/** A message that the same dossier waits for reaches it at once; one that nobody waits for is gone, as BPMN says. */
export const sendMessage: Carry<'message.send'> = async (open, effect, event) => {
  const message: Event = { type: 'message', at: event.at, by: 'system', name: effect.name, keys: effect.keys, data: effect.data };
  const { definition, environment } = open.procedure;
  const waits = open.row.status === 'active' && !('rejected' in transition(definition, stateOf(open.row), message, environment));
  return waits ? message : undefined;
};
