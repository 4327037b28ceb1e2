import type { Event } from '../../engine/event.ts';
import { transition } from '../../engine/transition.ts';
import { matchOf } from '../../storage/tables/subscriptions.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import { mail } from '../mail.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Carry } from './effects.ts';

/** A message that was sent before anyone waited for it is looked at again. */
export const subscribe: Carry<'message.subscribe'> = async (open, effect, event) => {
  await open.tx.subscriptions.insert({
    dossierId: open.row.id, subscription: effect.subscription, node: effect.node, kind: 'message', name: effect.name, keys: effect.keys, match: matchOf(effect.keys), openedAt: event.at,
  });
  await open.tx.posts.set({ kind: 'message', name: effect.name, status: 'open' }, { runAt: open.now });
};

/** Of a message or signal. */
export const unsubscribe = async (open: OpenDossier, effect: { readonly subscription: number }): Promise<void> => {
  await open.tx.subscriptions.remove({ dossierId: open.row.id, subscription: effect.subscription });
};

/** A message that the same dossier waits for reaches it at once; another's goes by post. */
export const sendMessage: Carry<'message.send'> = async (open, effect, event) => {
  const message: Event = { type: 'message', at: event.at, by: 'system', name: effect.name, keys: effect.keys, data: effect.data };
  const { definition, environment } = open.procedure;
  const waits = open.row.status === 'active' && !('rejected' in transition(definition, stateOf(open.row), message, environment));
  if (waits) return message;
  await mail(open, 'message', effect, event.at);
  return undefined;
};
