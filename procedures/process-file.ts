import { readBpmn } from '../engine/bpmn/read.ts';
import { readStatechart, type ChartReading } from '../engine/statechart/read.ts';
import type { PackageFiles } from './package-files.ts';

export const bpmnFile = 'process.bpmn';
export const statechartFile = 'process.statechart.json';

/** The file in which a package's process stands: a diagram, or a statechart. */
export const processFileOf = (files: Pick<PackageFiles, 'has'>): string => (files.has(statechartFile) ? statechartFile : bpmnFile);

export const isStatechart = (path: string): boolean => path.endsWith('.statechart.json');

/** Reads a process as what its file's name says; `process` names one of several in a diagram. Never throws. */
export const readProcessFile = async (path: string, text: string, options: { readonly process?: string } = {}): Promise<ChartReading> =>
  isStatechart(path) ? readStatechart(text) : readBpmn(text, options);
