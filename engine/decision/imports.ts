import type { Context } from '../expression/value.ts';
import { xmlFault } from '../xml-fault.ts';
import { parseDocument } from './document.ts';
import type { Element } from './document.ts';
import { idOf, list, nameOf } from './element.ts';
import type { Report } from './element.ts';
import type { DecisionModel, ImportedModel } from './model.ts';
import type { NamedType } from './read-types.ts';
import { sample } from './boxed/reading.ts';

/** Reads one file that was imported. */
type ReadFile = (root: Element, path: readonly string[], report: Report) => { readonly model: DecisionModel; readonly named: NamedType };

/** Reads the models a file imports, each found among `others` by its namespace; other kinds of import are refused (DMN 1.5, 6.3.3). */
export function readImports(root: Element, others: readonly string[], path: readonly string[], report: Report, readFile: ReadFile): readonly (ImportedModel & { readonly named: NamedType })[] {
  const own = root.attributes['namespace'] ?? '';
  return list(root, 'import').flatMap((element) => {
    const { namespace = '', importType = '' } = element.attributes;
    const at = idOf(element) || idOf(root);
    if (!/\/DMN\/\d+\/MODEL\/$/.test(importType)) return report(at, `expected an import of DMN, but "${nameOf(element)}" is of the type "${importType}", which is not executed`) ?? [];
    if ([...path, own].includes(namespace)) return report(at, `the models import each other in a circle: ${[...path, own, namespace].join(' -> ')}`) ?? [];
    const beside = others.map(parsed);
    const found = beside.find((file): file is Element => typeof file !== 'string' && file.attributes['namespace'] === namespace);
    const unread = beside.filter((file) => typeof file === 'string');
    if (found === undefined) return report(at, `expected a file with the namespace "${namespace}" beside this one, but there is none${unread.length === 0 ? '' : ` among those that can be read; of another, ${unread.join('; ')}`}`) ?? [];
    return [{ name: nameOf(element), namespace, ...readFile(found, [...path, own], (id, message) => report(at, `in the import "${nameOf(element)}", ${id}: ${message}`)) }];
  });
}

/** A file, or why it cannot be read. */
function parsed(xml: string): Element | string {
  try {
    return parseDocument(xml);
  } catch (error) {
    return xmlFault(xml) ?? (error as Error).message;
  }
}

/** Samples of what imported models name, under the names of the imports; of those without a name as they are, the first import before later ones (DMN 1.5, 6.3.3). */
export const importedElements = (models: readonly ImportedModel[]): Context => Object.assign({}, ...models.toReversed().map(({ name, model }) => (name === '' ? elementsOf(model) : { [name]: elementsOf(model) }))) as Context;

const elementsOf = (model: DecisionModel): Context => Object.fromEntries([
  ...model.inputs.map((input) => [input.name, sample(input.item)] as const),
  ...model.decisions.map(({ variable, item }) => [variable, sample(item)] as const),
  ...[...model.knowledge, ...model.services].map((each) => [each.name, null] as const),
]);

/** Whether the model defines an element with the id. */
export const defines = ({ inputs, decisions, knowledge, services }: DecisionModel, id: string): boolean =>
  [inputs, decisions, knowledge, services].some((all) => all.some((each) => each.id === id));
