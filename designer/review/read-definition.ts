// oxlint-disable-next-line typescript/triple-slash-reference -- the parser's types are ambient, there is no module to import
/// <reference path="../../engine/bpmn/bpmn-moddle.d.ts" />
import type { Definition } from '../../engine/definition.ts';
import { readProcess } from '../../procedures/read-process.ts';

/** The executable form of a process, or nothing while it holds what is not executed. */
export const readDefinition = async (path: string, content: string): Promise<Definition | undefined> => {
  const reading = await readProcess(path, content);
  return 'definition' in reading ? reading.definition : undefined;
};
