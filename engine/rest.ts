import type { Kind, Node } from './definition.ts';

/** What becomes of a token at each element: a kind that is not named here does not compile. */
const rests = {
  userTask: 'always', serviceTask: 'always', receiveTask: 'always', eventBasedGateway: 'always',
  intermediateCatchEvent: 'for its event',
  parallelGateway: 'for all others', inclusiveGateway: 'for some others', complexGateway: 'for some others',
  subProcess: 'perhaps within', transaction: 'perhaps within', adHocSubProcess: 'perhaps within', callActivity: 'perhaps within', eventSubProcess: 'perhaps within',
  startEvent: 'never', endEvent: 'never', intermediateThrowEvent: 'never', boundaryEvent: 'never',
  task: 'never', manualTask: 'never', scriptTask: 'never', businessRuleTask: 'never', sendTask: 'never', exclusiveGateway: 'never', state: 'never',
} as const satisfies Record<Kind, 'always' | 'for its event' | 'for all others' | 'for some others' | 'perhaps within' | 'never'>;

const awaits = (node: Node): boolean => 'event' in node && node.event.kind !== 'none' && node.event.kind !== 'link';

/** Whether a token surely waits here, for a person, work, an event or all the others; of loops and of what is within nothing is known. */
export const surelyRests = (node: Node): boolean => {
  const rest = rests[node.kind];
  return rest === 'always' || (rest === 'for its event' && awaits(node)) || (rest === 'for all others' && node.incoming.length > 1);
};

/** Whether a token may wait here, given the benefit of the doubt. */
export const mayRest = (node: Node): boolean =>
  surelyRests(node) || rests[node.kind] === 'perhaps within' || (rests[node.kind] === 'for some others' && node.incoming.length > 1);
