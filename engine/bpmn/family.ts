import type { Kind, Node } from '../definition.ts';

/** What each element is to the rules about flows, data and places: a kind without its family does not compile. */
const families = {
  startEvent: 'event', endEvent: 'event', intermediateCatchEvent: 'event', intermediateThrowEvent: 'event', boundaryEvent: 'event',
  userTask: 'activity', manualTask: 'activity', serviceTask: 'activity', scriptTask: 'activity', businessRuleTask: 'activity', sendTask: 'activity', receiveTask: 'activity', task: 'activity',
  subProcess: 'activity', transaction: 'activity', adHocSubProcess: 'activity', callActivity: 'activity', eventSubProcess: 'handler',
  exclusiveGateway: 'gateway', parallelGateway: 'gateway', inclusiveGateway: 'gateway', complexGateway: 'gateway', eventBasedGateway: 'gateway',
  state: 'state',
} as const satisfies Record<Kind, 'event' | 'activity' | 'handler' | 'gateway' | 'state'>;

export const familyOf = (kind: Kind): (typeof families)[Kind] => families[kind];

/** An activity that a token can reach: not an event sub-process, which begins by its event. */
export const isActivity = ({ kind }: Node): boolean => families[kind] === 'activity';

export const isGateway = ({ kind }: Node): boolean => families[kind] === 'gateway';

/** Whether flows out of this node may have conditions and one of them be the default (BPMN 2.0.2, 8.4.13). */
export const chooses = (node: Node): boolean => isActivity(node) || (isGateway(node) && node.kind !== 'parallelGateway' && node.kind !== 'eventBasedGateway');
