import type { Definition, LocalText, Node } from '../../engine/definition.ts';
import { resultName } from '../../engine/result-name.ts';

/** Both names of a step as staff read them. */
export const stepName = (node: Node): LocalText => ({ vi: node.name ?? node.id, en: node.step.nameEn ?? node.name ?? node.id });

/** What a citizen reads of a step; undefined when it is internal. */
export const citizenName = (definition: Definition, node: string): LocalText | undefined => definition.nodes[node]?.step.citizenName;

/** Key under which a step's answer stands in the data. */
export const resultKey = (definition: Definition, node: string): string => definition.nodes[node] ? resultName(definition.nodes[node]) : node;

export type Whose = 'applicant' | 'unit' | 'agency' | 'machine';
export const whoseRole = (role: string | undefined): Whose =>
  role === undefined ? 'machine' : role === 'applicant' ? 'applicant' : role === 'consulted_agency' ? 'agency' : 'unit';
