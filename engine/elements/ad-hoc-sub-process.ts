import type { AdHocSubProcess, NodeId } from '../definition.ts';
import { fail, label, worth, type Answer } from './ask.ts';
import type { Context, Element } from './element.ts';

/** The steps that begin with it: some of those that nothing leads to, one where they are done one at a time. */
const activated = (context: Context, { activates, starts, sequential }: AdHocSubProcess): Answer<readonly NodeId[]> => {
  if (!activates) return { value: [] };
  const answer = worth(context, activates, 'the steps to begin');
  if ('failed' in answer) return answer;
  const steps = [...new Set(Array.isArray(answer.value) ? answer.value : [null])];
  if (steps.every((step): step is NodeId => typeof step === 'string' && starts.includes(step)) && !(sequential && steps.length > 1)) return { value: steps };
  const wanted = `${sequential ? 'at most one' : 'a list'} of its steps (${starts.join(', ')})`;
  return { failed: fail('ad-hoc-steps', `expected the steps to begin of ${label(context.node)} "${activates.text}" to be ${wanted}, but it is ${JSON.stringify(answer.value).slice(0, 80)}`) };
};

/** Opens a scope in which people begin steps in any order (BPMN 2.0.2, 13.3.5); see ad-hoc.ts for what begins and ends it. */
export const adHocSubProcess: Element<'adHocSubProcess'> = {
  enter: (context) => {
    const steps = activated(context, context.node);
    return 'failed' in steps ? steps.failed : { do: 'open', body: { ...context.node, starts: steps.value } };
  },
};
