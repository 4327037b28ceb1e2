import { isLogic, readFunction, readIn } from './boxed/read.ts';
import { sample, withNames } from './boxed/reading.ts';
import type { Reading } from './boxed/reading.ts';
import type { Element } from './document.ts';
import { idOf, list, nameOf, only, targets, typeOf, variableOf } from './element.ts';
import type { Report } from './element.ts';
import { defines, importedElements } from './imports.ts';
import { simpleName } from './item-type.ts';
import type { Decision, DecisionModel, DecisionService, ImportedModel, InputData, Knowledge, Required } from './model.ts';
import type { Types } from './read-types.ts';

type Elements = Pick<DecisionModel, 'inputs' | 'decisions' | 'knowledge' | 'services'>;

/** Reads what a file defines; `imports` are the models it imports. Requirements that lead nowhere are reported. */
export function readElements(root: Element, types: Types, imports: readonly ImportedModel[], report: Report): Elements {
  const namespace = root.attributes['namespace'] ?? '';
  const of = (name: string) => list(root, name);
  const typeOfVariable = (element: Element) => types(typeOf(only(element, 'variable')));
  const inputs: readonly InputData[] = of('inputData').map((element) => ({ id: idOf(element), name: variableOf(element), type: simpleName(typeOfVariable(element)), item: typeOfVariable(element) }));
  const names = {
    ...importedElements(imports),
    ...Object.fromEntries(inputs.map(({ name, item }) => [name, sample(item)])),
    ...Object.fromEntries(of('decision').map((element) => [variableOf(element), sample(typeOfVariable(element))])),
    ...Object.fromEntries([...of('businessKnowledgeModel'), ...of('decisionService')].map((element) => [variableOf(element), null])),
  };
  const known = new Set(root.children.map(idOf));
  for (const [index, element] of root.children.entries()) {
    const id = idOf(element);
    if (id !== '' && root.children.findIndex((other) => idOf(other) === id) < index) report(id, `expected every id once in the file, but "${id}" stands there again`);
  }
  const required = (element: Element, requirement: string, name: string): readonly Required[] =>
    list(element, requirement).flatMap((each) => targets(each, name, namespace)).flatMap((target): readonly Required[] => {
      if (target.namespace === undefined && known.has(target.id)) return [target];
      const from = imports.filter((each) => (target.namespace === undefined ? each.name === '' : each.namespace === target.namespace));
      const found = from.find(({ model }) => defines(model, target.id));
      if (found) return [{ id: target.id, namespace: found.namespace }];
      const what = name === 'requiredDecision' ? 'decision' : 'element';
      if (target.namespace === undefined) return report(idOf(element), `requires the ${what} "${target.id}", which is not in the file`) ?? [];
      // An import that cannot be read has been told.
      if (from.length === 0 && of('import').some(({ attributes }) => attributes['namespace'] === target.namespace)) return [];
      if (from.length === 0) return report(idOf(element), `requires the ${what} "${target.id}" of the model "${target.namespace}", which the file does not import`) ?? [];
      return report(idOf(element), `requires the ${what} "${target.id}", which is not in the model "${target.namespace}"`) ?? [];
    });
  const reading = (element: Element): Reading => ({ names, types, report, place: idOf(element) });

  const decisions = of('decision').map((element): Decision => {
    const decided = required(element, 'informationRequirement', 'requiredDecision');
    const given = required(element, 'informationRequirement', 'requiredInput');
    return {
      id: idOf(element), name: nameOf(element), variable: variableOf(element), item: typeOfVariable(element),
      requires: decided.filter((each) => each.namespace === undefined).map(({ id }) => id),
      imported: [...decided, ...given].filter((each) => each.namespace !== undefined),
      knows: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
      logic: element.children.some(isLogic) ? readIn(element, reading(element), '') : { kind: 'undecided' },
    };
  });
  const knowledge = of('businessKnowledgeModel').map((element): Knowledge => ({
    id: idOf(element), name: variableOf(element), knows: required(element, 'knowledgeRequirement', 'requiredKnowledge'), function: readKnowledge(element, reading(element)), item: typeOfVariable(element),
  }));
  const services = of('decisionService').map((element): DecisionService => {
    const ids = (name: string, kind: string): readonly string[] => targets(element, name, namespace).flatMap(({ id, namespace: other }) => {
      if (other !== undefined) return name === 'encapsulatedDecision' ? [] : report(idOf(element), `expected "${nameOf(element)}" to be given and to answer what stands in this file, but "${id}" is of the model "${other}"`) ?? [];
      if (root.children.some((child) => child.name === kind && idOf(child) === id)) return [id];
      return report(idOf(element), `names the ${kind === 'inputData' ? 'input' : 'decision'} "${id}", which is not in the file`) ?? [];
    });
    const [outputs, inputDecisions, inputData] = [ids('outputDecision', 'decision'), ids('inputDecision', 'decision'), ids('inputData', 'inputData')];
    ids('encapsulatedDecision', 'decision');
    if (list(element, 'outputDecision').length === 0) report(idOf(element), `expected "${nameOf(element)}" to have an output decision of this file, but it has none`);
    return { id: idOf(element), name: variableOf(element), outputs, inputDecisions, inputData, item: typeOfVariable(element) };
  });
  return { inputs, decisions, knowledge, services };
}

function readKnowledge(element: Element, reading: Reading): Knowledge['function'] {
  const logic = only(element, 'encapsulatedLogic');
  if (logic !== undefined) return readFunction(logic, withNames(reading, { [variableOf(element)]: null }));
  reading.report(idOf(element), `expected "${nameOf(element)}" to have logic, but it has none`);
  return { kind: 'function', parameters: [], body: { kind: 'literal', id: idOf(element), text: 'null' }, result: reading.types(undefined) };
}
