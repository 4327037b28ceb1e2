import { factsOfError } from '../http/log.ts';
import type { Services } from '../services.ts';
import { reconcile, type Round } from './reconcile.ts';

/** Reconciles round after round, each where the last ended; a round that takes long is not overtaken by the next. */
export function everyRound(services: Services): () => void {
  let after: Round | undefined;
  let isOn = false;
  const round = async (): Promise<void> => {
    if (isOn) return;
    isOn = true;
    try {
      ({ after } = await reconcile(services, after));
    } catch (error) {
      services.log('warn', 'reconciling failed', factsOfError(error));
    } finally {
      isOn = false;
    }
  };
  return () => void round();
}
