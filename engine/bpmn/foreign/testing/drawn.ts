import { diagram } from '../../../testing/diagram.ts';

/** A diagram with the words of both Camundas, and none of ours. */
export const drawn = (body: string, outside = ''): string => diagram(body, outside).replace(' xmlns:motcua="urn:motcua:bpmn:1"', ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"');
