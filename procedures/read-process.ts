import { readBpmn } from '../engine/bpmn/read.ts';
import { readStatechart, type ChartReading } from '../engine/statechart/read.ts';
import { isStatechart } from './process-path.ts';

/** Reads a process as what its file's name says; `process` names one of several in a diagram; details of a `sketch` may be open (engine/bpmn/read.ts). Never throws. */
export const readProcess = async (path: string, text: string, options: { readonly process?: string; readonly sketch?: boolean } = {}): Promise<ChartReading> =>
  isStatechart(path) ? readStatechart(text) : readBpmn(text, options);
