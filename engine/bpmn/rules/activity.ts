import type { Flow, Node } from '../../definition.ts';
import { isContainer } from '../../watch.ts';
import { isActivity } from '../family.ts';
import type { Problems } from '../problem.ts';

type Check = (problems: Problems, node: Node, nodes: ReadonlyMap<string, Node>, flows: ReadonlyMap<string, Flow>) => void;

/** A conditional flow out of an activity needs another way out (BPMN 2.0.2, 8.4.13). */
const conditionHasOther: Check = (problems, node, _nodes, flows) => {
  const [only] = node.outgoing;
  if (!isActivity(node) || node.outgoing.length !== 1 || only === undefined || !flows.get(only)!.condition) return;
  problems.incomplete('lone-condition', only, `expected another way out of ${node.kind} ${node.id} besides flow ${only}, because that has a condition, but there is none`);
};

/** An ad-hoc sub-process has no start and end events (BPMN 2.0.2, 10.3.5, table 10.22). */
const adHocHasNoEvents: Check = (problems, node, nodes) => {
  if (node.kind !== 'startEvent' && node.kind !== 'endEvent') return;
  if (nodes.get(node.parent)?.kind === 'adHocSubProcess') problems.error('ad-hoc-event', node.id, `expected no start and end events in ad-hoc sub-process ${node.parent}, but ${node.id} is a ${node.kind}`);
};

/** An ad-hoc sub-process holds the activities that are begun in it (BPMN 2.0.2, 10.3.5, table 10.22). */
const adHocHasActivity: Check = (problems, node, nodes) => {
  if (node.kind === 'adHocSubProcess' && ![...nodes.values()].some((inner) => inner.parent === node.id && isActivity(inner))) problems.incomplete('ad-hoc-activity', node.id, `expected ad-hoc sub-process ${node.id} to hold activities that can be begun, but it holds none`);
};

/** A call begins its process where that has no trigger (BPMN 2.0.2, 10.3.6 and 10.5.2). */
const calledBegins: Check = (problems, node, nodes) => {
  if (node.kind !== 'callActivity' || typeof node.called !== 'string') return;
  const starts = [...nodes.values()].filter((inner) => inner.parent === node.called).filter((inner) => inner.kind === 'startEvent');
  if (starts.length > 0 && starts.every(({ event }) => event.kind !== 'none')) problems.error('called-start', node.id, `expected process ${node.called}, which ${node.id} calls, to have a start event without a trigger, but it has ${starts.map(({ id }) => id).join(', ')} only`);
};

/** A sub-process begins at one place when its parent reaches it (BPMN 2.0.2, 10.5.2, table 10.85). */
const oneBlankStart: Check = (problems, node, nodes) => {
  if (!isContainer(node) || node.kind === 'eventSubProcess' || node.kind === 'adHocSubProcess') return;
  const starts = [...nodes.values()].filter(({ parent, kind }) => parent === node.id && kind === 'startEvent');
  if (starts.length > 1) problems.warn('several-starts', node.id, `expected ${node.kind} ${node.id} to have one start event, but it has ${starts.map(({ id }) => id).join(', ')}, which all begin at once`);
};

export const activityChecks: readonly Check[] = [conditionHasOther, adHocHasNoEvents, adHocHasActivity, calledBegins, oneBlankStart];
