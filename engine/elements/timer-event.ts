import { isTimerText } from '../timer-text.ts';
import { fail, label, text } from './ask.ts';
import { awaiting, type EventMeaning } from './event-meaning.ts';

/** A date, a duration or a cycle from now on (BPMN 2.0.2, 10.5.5); whoever keeps the timers turns its text into an instant. */
export const timerEvent: EventMeaning<'timer'> = {
  awaits: (context, node, { timer: { type, value } }, part) => {
    const answer = text(context, value, 'the timer');
    if ('failed' in answer) return answer;
    // A text that is written out was judged when it was read; who answers in place of the data, as a proof does, says any time at all.
    if (typeof value === 'object' && !context.environment.answers && !isTimerText(type, answer.value)) {
      return { failed: fail('expression', `expected the timer of ${label(node)} "${value.text}" to be a ${type} in ISO 8601 or working time, but it is "${answer.value}"`) };
    }
    return awaiting(node, { kind: 'timer', type, value: answer.value, from: context.at }, part);
  },
};
