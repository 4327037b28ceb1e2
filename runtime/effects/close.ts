import type { Clock } from '../../engine/calendar/clock.ts';
import type { Carry } from './effects.ts';
import { moveClock } from './clock.ts';

/** The instance is over: so is its clock, if the process has not ended it before (rule C2). */
export const close: Carry<'close'> = async (open, effect, event) => {
  open.row = { ...open.row, endedAt: event.at };
  const clock = open.row.clock as Clock | null;
  if (clock === null || clock.endedAt !== null) return;
  await moveClock(open, { key: `${effect.key}:clock`, type: 'clock', node: open.procedure.definition.id, action: 'end' }, event);
};
