// oxlint-disable-next-line typescript/triple-slash-reference -- the parser's types are ambient, there is no module to import
/// <reference path="../../engine/bpmn/bpmn-moddle.d.ts" />
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';

/** The executable form of a process, or nothing while it holds what is not executed. */
export const readDefinition = async (xml: string): Promise<Definition | undefined> => {
  const reading = await readBpmn(xml);
  return 'definition' in reading ? reading.definition : undefined;
};
