import { DmnModdle } from 'dmn-moddle';
import type { Element } from 'dmn-moddle';
import { check } from '../expression/feel.ts';
import { cycle } from './cycle.ts';
import { idOf, languageProblem, list, nameOf, textOf, typeOf } from './element.ts';
import type { Report } from './element.ts';
import type { Decision, DecisionModel, InputData } from './model.ts';
import { readTable } from './read-table.ts';
import { readTypes } from './read-types.ts';
import type { Types } from './read-types.ts';

/** Why a DMN file is not executed: `element` is the id of the element at fault. */
export interface DecisionProblem {
  readonly element: string;
  readonly message: string;
}

const drawn = new Set(['dmn:InputData', 'dmn:Decision', 'dmn:KnowledgeSource']);

/**
 * Reads DMN 1.2–1.5 XML. Executed are decision tables, literal expressions and information requirements;
 * a file with anything else is refused, with every reason at once.
 */
export async function readDmn(xml: string): Promise<{ readonly decisions: DecisionModel } | { readonly problems: readonly DecisionProblem[] }> {
  const problems: DecisionProblem[] = [];
  const report: Report = (element, message) => void problems.push({ element, message });
  let root: Element;
  try {
    // The versions differ in namespace only, as far as decisions that are executed go.
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml.replace(/(https:\/\/www\.omg\.org\/spec\/DMN\/)(20180521|20211108|20230324|20240513)(\/(?:MODEL|DMNDI)\/)/g, '$120191111$3'));
    root = rootElement;
    // The drawing is not executed, so what is wrong with it does no harm.
    for (const { message } of warnings) if (/unparsable|unresolved|missing/.test(message) && !message.includes('dmndi:')) report(idOf(root), `the file is damaged: ${firstLine(message)}`);
  } catch (error) {
    return { problems: [{ element: '', message: `expected a DMN 1.2 to 1.5 file, but it cannot be read: ${firstLine((error as Error).message)}` }] };
  }
  const model = readModel(root, report);
  return problems.length > 0 ? { problems } : { decisions: deepFreeze(model) };
}

function readModel(root: Element, report: Report): DecisionModel {
  const types = readTypes(root);
  const elements = list(root, 'drgElement');
  const inputs: InputData[] = elements.filter(({ $type }) => $type === 'dmn:InputData').map((element) => ({ id: idOf(element), name: nameOf(element), type: types(typeOf(element['variable'])).type }));
  const found = elements.filter(({ $type }) => $type === 'dmn:Decision');
  const names = [...inputs.map(({ name }) => name), ...found.map(nameOf)];
  for (const element of elements) if (!drawn.has(element.$type)) report(idOf(element), `"${nameOf(element)}" is a ${element.$type.slice(4)}, which is not executed; use decision tables and literal expressions`);
  const decisions = found.flatMap((element) => readDecision(element, names, types, report) ?? []);
  if (found.length === 0) report(idOf(root), 'expected at least one decision, but the file has none');
  for (const { id, requires } of decisions) for (const required of requires) if (!found.some((other) => idOf(other) === required)) report(id, `requires the decision "${required}", which is not in the file`);
  const round = cycle(decisions);
  if (round !== undefined) report(round[0]!, `the decisions require each other in a circle: ${round.join(' -> ')}`);
  return { format: 1, id: idOf(root), name: nameOf(root), inputs, decisions };
}

function readDecision(element: Element, names: readonly string[], types: Types, report: Report): Decision | undefined {
  const id = idOf(element);
  const logic = element['decisionLogic'] as Element | undefined;
  const requires = list(element, 'informationRequirement').flatMap((requirement) => reference(requirement['requiredDecision']));
  if (list(element, 'knowledgeRequirement').length > 0) report(id, 'requires a business knowledge model, which is not executed');
  const base = { id, name: nameOf(element), requires };
  if (logic === undefined) {
    report(id, `expected a decision table or a literal expression in "${base.name}", but it has neither`);
    return undefined;
  }
  switch (logic.$type) {
    case 'dmn:DecisionTable': return { ...base, logic: readTable(logic, names, types, report) };
    case 'dmn:LiteralExpression': {
      const text = textOf(logic);
      const wrong = languageProblem(logic) ?? check(text, 'expression', names);
      if (wrong !== undefined) report(idOf(logic) || id, wrong);
      return { ...base, logic: { kind: 'literal', id: idOf(logic) || id, text } };
    }
    default: report(id, `the logic of "${base.name}" is a ${logic.$type.slice(4)}, which is not executed; use a decision table or a literal expression`); return undefined;
  }
}

const reference = (target: unknown): string[] => {
  const href = (target as Element | undefined)?.['href'];
  return typeof href === 'string' ? [href.replace(/^.*#/, '')] : [];
};
const firstLine = (text: string) => text.split('\n')[0]!.slice(0, 200);

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
