import type { Effect } from '../../engine/effect.ts';
import type { Event } from '../../engine/event.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { moveClock } from './clock.ts';
import { close } from './close.ts';
import { follow } from './follow.ts';
import { raiseIncident, resolveIncident } from './incidents.ts';
import { cancelJob, requestJob } from './jobs.ts';
import { sendMessage, subscribe, unsubscribe } from './messages.ts';
import { listen, sendSignal } from './signals.ts';
import { changeState } from './state.ts';
import { closeTask, openTask } from './tasks.ts';
import { cancelTimer, setTimer } from './timers.ts';

/** Turns one kind of effect into rows, in the transaction of its event. May ask for a further event to the same dossier. */
export type Carry<Type extends Effect['type']> = (
  open: OpenDossier, effect: Extract<Effect, { readonly type: Type }>, event: Event,
) => Promise<Event | undefined | void>;

export const effects = {
  'task.open': openTask,
  'task.close': closeTask,
  'timer.set': setTimer,
  'timer.cancel': cancelTimer,
  'message.subscribe': subscribe,
  'message.unsubscribe': unsubscribe,
  'message.send': sendMessage,
  'signal.subscribe': listen,
  'signal.unsubscribe': unsubscribe,
  'signal.send': sendSignal,
  'job.request': requestJob,
  'job.cancel': cancelJob,
  clock: moveClock,
  'dossier.state': changeState,
  'incident.raise': raiseIncident,
  'incident.resolve': resolveIncident,
  follow,
  close,
} satisfies { [Type in Effect['type']]: Carry<Type> };
