import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';

/** Compiles a diagram that must be free of errors. */
export const compiled = async (xml: string, process?: string): Promise<Definition> => {
  const reading = await readBpmn(xml, process === undefined ? {} : { process });
  if ('definition' in reading) return reading.definition;
  throw new Error(reading.problems.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
};
