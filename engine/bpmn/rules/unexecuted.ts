import type { ModdleElement } from 'bpmn-moddle';
import { everything } from '../everything.ts';
import { many } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

type Check = (problems: Problems, element: ModdleElement, owner: ModdleElement) => void;

/** Messages find their receivers by keys that each event and task names itself, not by those of a conversation (BPMN 2.0.2, 8.4.2). */
const correlation: Check = (problems, { $type }, owner) =>
  problems.incomplete('correlation', owner.id, `expected messages to be told apart by motcua:key on their events and tasks, but ${called(owner)} has a ${$type === 'bpmn:CorrelationKey' ? 'correlation key' : 'correlation subscription'}`);

/** An activity has one set of inputs and one of outputs, which it takes when it begins and gives when it is done (BPMN 2.0.2, 10.4.2). */
const dataSets: Check = (problems, element, owner) => {
  for (const [what, sets, running] of [['input', 'inputSets', 'whileExecutingInputRefs'], ['output', 'outputSets', 'whileExecutingOutputRefs']] as const) {
    const given = many(element, sets);
    if (given.length > 1) problems.error('data-set', owner.id, `expected one ${what} set of ${called(owner)}, but it has ${given.length} to choose from`);
    if (given.some((set) => many(set, running).length > 0)) problems.error('data-set', owner.id, `expected the ${what}s of ${called(owner)} to be there when it ${what === 'input' ? 'begins' : 'is done'}, but some are for while it runs`);
  }
};

const checks: Readonly<Record<string, Check>> = { 'bpmn:CorrelationKey': correlation, 'bpmn:CorrelationSubscription': correlation, 'bpmn:InputOutputSpecification': dataSets };

/** What the standard has and nothing here executes is refused wherever it stands. */
export const checkUnexecuted = (problems: Problems, root: ModdleElement): void => {
  for (const { element, owner } of everything(root)) checks[element.$type]?.(problems, element, owner);
};
