import type { Loop } from '../definition.ts';
import { yes, type LoopMeaning } from './loop-meaning.ts';

/** Does its activity again as long as the condition holds, up to a maximum (BPMN 2.0.2, 10.3.8 and 13.3.6). */
export const standardLoop: LoopMeaning<Extract<Loop, { kind: 'standard' }>> = {
  plan: (context, { maximum, testBefore, condition }) => {
    if (maximum === 0) return { value: { total: 0 } };
    if (!testBefore || !condition) return { value: {} };
    const first = yes(context.seeing({ data: { ...context.data, loopCounter: 0 } }), condition, 'the loop condition');
    return 'failed' in first ? first : { value: first.value ? {} : { total: 0 } };
  },
  outcome: (context, { maximum, condition }, turns) => {
    if (maximum !== undefined && turns.done >= maximum) return { value: { turns, over: true } };
    if (!condition) return { value: { turns, over: maximum === undefined } };
    const again = yes(context.seeing({ data: { ...context.data, loopCounter: turns.done } }), condition, 'the loop condition');
    return 'failed' in again ? again : { value: { turns, over: !again.value } };
  },
};
