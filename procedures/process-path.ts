import type { PackageFiles } from './package-files.ts';

export const bpmnFile = 'process.bpmn';
export const statechartFile = 'process.statechart.json';

/** The file in which a package's process stands: a diagram, or a statechart. */
export const processFileOf = (files: Pick<PackageFiles, 'has'>): string => (files.has(statechartFile) ? statechartFile : bpmnFile);

export const isStatechart = (path: string): boolean => path.endsWith('.statechart.json');
