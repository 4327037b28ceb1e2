import { worth } from './ask.ts';
import type { Element } from './element.ts';

/** Evaluates FEEL over the data and keeps the value. */
export const scriptTask: Element<'scriptTask'> = {
  enter: (context) => {
    const { script } = context.node.step;
    if (!script) return { do: 'leave' };
    const result = worth(context, script, 'the script');
    return 'failed' in result ? result.failed : { do: 'leave', answer: result.value };
  },
};
