import { handed } from './ask.ts';
import type { Element } from './element.ts';

/** Asks a connector for work and waits for its answer. Without a connector of its own, the element's id is asked for. */
export const serviceTask: Element<'serviceTask'> = {
  enter: (context) => {
    const given = handed(context);
    if ('failed' in given) return given.failed;
    return { do: 'wait', for: 'job', connector: context.node.step.connector ?? context.node.id, inputs: given.value };
  },
};
