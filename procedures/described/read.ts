import { Errors } from 'typebox/value';
import { freeze } from '../../engine/freeze.ts';
import { shapeWords } from '../../forms/shape-words.ts';
import type { Finding } from '../finding.ts';
import { filesIn, readJson, type PackageFiles } from '../package-files.ts';
import { Description } from './description.ts';
import { descriptionFaults } from './faults.ts';
import { plainFaults } from './plain-faults.ts';

const mostFaults = 20;
export const connectorsFolder = 'connectors';

/** The connectors that a package describes, by name; what is wrong with each goes to `found`. */
export function readDescriptions(files: PackageFiles, found: Finding[]): ReadonlyMap<string, Description> {
  const descriptions = new Map<string, Description>();
  for (const { path, name, content } of filesIn(files, connectorsFolder, '.json')) {
    const reading = readDescription(path, name, content);
    found.push(...reading.findings);
    if (reading.description !== undefined) descriptions.set(name, reading.description);
  }
  return descriptions;
}

/** One file of them. A description with faults is read all the same, so that what asks for it is checked too. */
export function readDescription(path: string, name: string, content: Uint8Array | string): { readonly findings: readonly Finding[]; readonly description?: Description } {
  const reading = readJson(path, content);
  if ('finding' in reading) return { findings: [reading.finding] };
  const shape = plainFaults(Errors(Description, reading.value)).slice(0, mostFaults);
  if (shape.length > 0) return { findings: shape.map((fault): Finding => ({ rule: 'connector-file', severity: 'error', element: fault.instancePath || path, file: path, message: `in ${path} ${shapeWords(fault).en}`, messageVi: shapeWords(fault).vi })) };
  const description = freeze(reading.value as Description);
  const findings = descriptionFaults(description).map(({ rule, place, message, messageVi }): Finding => ({ rule, severity: 'error', element: place, file: path, message, messageVi }));
  if (description.name !== name) findings.unshift({ rule: 'connector-file', severity: 'error', element: 'name', file: path, message: `expected the connector in ${path} to be named "${name}" as its file, but it is "${description.name}"`, messageVi: `kết nối trong ${path} phải mang tên “${name}” như tên tệp, nhưng lại là “${description.name}”` });
  return { findings, description };
}
