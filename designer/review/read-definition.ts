// oxlint-disable-next-line typescript/triple-slash-reference -- the parser's types are ambient, there is no module to import
/// <reference path="../../engine/bpmn/bpmn-moddle.d.ts" />
import type { Definition } from '../../engine/definition.ts';
import { readProcess } from '../../procedures/read-process.ts';

/** The executable form of a process, or nothing while it holds what is not executed; of a `sketch`, details may be open. */
export const readDefinition = async (path: string, content: string, options: { readonly sketch?: boolean } = {}): Promise<Definition | undefined> => {
  const reading = await readProcess(path, content, options);
  return 'definition' in reading ? reading.definition : undefined;
};
