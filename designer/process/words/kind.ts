import type { Text } from '../../words.ts';

const known = new Set([
  'startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'userTask', 'manualTask', 'serviceTask', 'scriptTask',
  'businessRuleTask', 'receiveTask', 'sendTask', 'task', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'subProcess', 'sequenceFlow', 'process', 'state', 'history', 'parallel', 'group',
  'callActivity', 'adHocSubProcess', 'transaction', 'complexGateway', 'lane', 'participant', 'messageFlow', 'textAnnotation', 'association', 'dataObjectReference', 'dataStoreReference', 'dataInputAssociation', 'dataOutputAssociation',
]);

/** What an element of this kind is called; another kind keeps its own name. */
export const kindWord = (text: Text, kind: string): string => (known.has(kind) ? text(`kind_${kind}` as 'kind_task') : kind);
