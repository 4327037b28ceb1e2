import { matchOf } from '../../storage/tables/subscriptions.ts';
import { mail } from '../mail.ts';
import type { Carry } from './effects.ts';

export const listen: Carry<'signal.subscribe'> = async (open, effect, event) => {
  await open.tx.subscriptions.insert({
    dossierId: open.row.id, subscription: effect.subscription, node: effect.node, kind: 'signal', name: effect.name, keys: {}, match: matchOf({}), openedAt: event.at,
  });
};

/** Within its own dossier the engine has let everyone have it; the others get it by post. */
export const sendSignal: Carry<'signal.send'> = (open, effect, event) => mail(open, 'signal', { ...effect, keys: {} }, event.at);
