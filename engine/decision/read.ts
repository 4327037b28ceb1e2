import { xmlFault } from '../xml-fault.ts';
import { cycle } from './cycle.ts';
import { parseDocument } from './document.ts';
import type { Element } from './document.ts';
import { idOf, languageProblem, list, nameOf } from './element.ts';
import { readImports } from './imports.ts';
import type { DecisionModel } from './model.ts';
import { readElements } from './read-elements.ts';
import { readTypes } from './read-types.ts';
import type { NamedType } from './read-types.ts';

/** Why a DMN file is not executed: `element` is the id of the element at fault. */
export interface DecisionProblem {
  readonly element: string;
  readonly message: string;
}

/**
 * Reads DMN 1.2 to 1.5 XML: the whole of decision logic, all in FEEL. `others` are the texts of files it may import, found by their namespace.
 * What cannot be executed is refused, with every reason at once.
 */
export async function readDmn(xml: string, others: readonly string[] = []): Promise<{ readonly decisions: DecisionModel } | { readonly problems: readonly DecisionProblem[] }> {
  const problems: DecisionProblem[] = [];
  let root: Element;
  try {
    root = parseDocument(xml);
  } catch (error) {
    return { problems: [{ element: '', message: `expected a DMN 1.2 to 1.5 file, but ${xmlFault(xml) ?? (error as Error).message}` }] };
  }
  const { model } = readDefinitions(root, others, [], (element, message) => void problems.push({ element, message }));
  return problems.length > 0 ? { problems } : { decisions: deepFreeze(model) };
}

/** The model and the types of one file, after those it imports. `path` holds the namespaces of the files that import it. */
function readDefinitions(root: Element, others: readonly string[], path: readonly string[], report: (element: string, message: string) => void): { readonly model: DecisionModel; readonly named: NamedType } {
  const imports = readImports(root, others, path, report, (file, importers, tell) => readDefinitions(file, others, importers, tell));
  const { types, named } = readTypes(root, imports, report);
  const models = imports.map(({ name, namespace, model }) => ({ name, namespace, model }));
  const elements = readElements(root, types, models, report);
  if (path.length === 0 && [elements.decisions, elements.knowledge, list(root, 'itemDefinition')].every(({ length }) => length === 0)) report(idOf(root), 'expected at least one decision, or knowledge or types for others to import, but the file has none');
  const foreign = languageProblem(root, 'the expressions of the file are');
  if (foreign !== undefined) report(idOf(root), foreign);
  const round = cycle(elements.decisions);
  if (round !== undefined) report(round[0]!, `the decisions require each other in a circle: ${round.join(' -> ')}`);
  return { named, model: { format: 1, id: idOf(root), name: nameOf(root), ...elements, imports: models } };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
