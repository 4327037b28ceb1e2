import type { DecisionModel } from '../engine/decision/model.ts';
import { readDmn } from '../engine/decision/read.ts';
import type { Finding } from './finding.ts';
import { decisionVi } from './refusals/dmn-vi.ts';

/** The decision models of a package by file name without `.dmn`; each may import the others, found by their namespace (DMN 1.5, 6.3.3). */
export async function readDecisions(texts: ReadonlyMap<string, string>, found: Finding[]): Promise<ReadonlyMap<string, DecisionModel>> {
  const models = new Map<string, DecisionModel>();
  for (const [name, text] of texts) {
    const reading = await readDmn(text, [...texts].flatMap(([other, xml]) => (other === name ? [] : [xml])));
    if ('decisions' in reading) models.set(name, reading.decisions);
    else found.push(...reading.problems.map(({ element, message }): Finding => ({ rule: 'decision', severity: 'error', element: element || name, file: `decisions/${name}.dmn`, message, messageVi: decisionVi(message) })));
  }
  return models;
}
