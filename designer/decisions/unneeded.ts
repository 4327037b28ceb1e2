import type { ModdleElement } from 'bpmn-moddle';
import { decisionsIn, inputsIn, many, one, variableOf, words } from './dmn.ts';

const requirements = (decision: ModdleElement): ModdleElement[] => many(decision, 'informationRequirement');
/** What a requirement wants, as a reference. */
const wants = (requirement: ModdleElement): string => words(one(requirement, 'requiredInput') ?? one(requirement, 'requiredDecision'), 'href');

/** Whether a decision says that it needs an input or another decision. */
export const isAsked = (decision: ModdleElement, element: ModdleElement): boolean => requirements(decision).some((requirement) => wants(requirement) === `#${element.id ?? ''}`);

/** All texts of a decision's logic, however deep. */
const textsIn = (element: ModdleElement): string[] =>
  (element.$descriptor?.properties ?? []).flatMap(({ name, isReference }) => {
    const value = isReference ? undefined : element.get(name);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    return values.flatMap((each) => (typeof each === 'string' ? [each] : typeof each === 'object' && each !== null && '$type' in each ? textsIn(each as ModdleElement) : []));
  });

/** Whether an expression in it may speak of a name. */
const speaksOf = (decision: ModdleElement, name: string): boolean => {
  const logic = one(decision, 'decisionLogic');
  const whole = new RegExp(`(?<![\\p{L}\\d_])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\d_])`, 'u');
  return logic !== undefined && textsIn(logic).some((text) => whole.test(text));
};

/** After a column is gone: its decision no longer needs what no expression of it speaks of, and the file no longer asks for what none of its decisions needs. */
export function cleared(root: ModdleElement, decision: ModdleElement, name: string): void {
  const element = many(root, 'drgElement').find((one) => words(one, 'name') === name);
  if (name === '' || !element || speaksOf(decision, name)) return;
  const gone = requirements(decision).filter((requirement) => wants(requirement) === `#${element.id ?? ''}`);
  decision.set('informationRequirement', requirements(decision).filter((requirement) => !gone.includes(requirement)));
  undrawn(root, new Set([...gone, ...unasked(root)]));
}

/** After a formula is changed: it no longer needs the other decisions of which it no longer speaks. */
export function released(root: ModdleElement, decision: ModdleElement): void {
  const unspoken = decisionsIn(root).filter((other) => isAsked(decision, other) && !speaksOf(decision, variableOf(other))).map(({ id }) => `#${id ?? ''}`);
  const gone = requirements(decision).filter((requirement) => unspoken.includes(wants(requirement)));
  decision.set('informationRequirement', requirements(decision).filter((requirement) => !gone.includes(requirement)));
  undrawn(root, new Set(gone));
}

/** Takes a decision out of the file, and the inputs that it alone asked for. */
export function takeOut(root: ModdleElement, decision: ModdleElement): void {
  root.set('drgElement', many(root, 'drgElement').filter((element) => element !== decision));
  undrawn(root, new Set([decision, ...requirements(decision), ...unasked(root)]));
}

/** Takes out the inputs that nothing asks for any more; answers them. */
function unasked(root: ModdleElement): ModdleElement[] {
  const elements = many(root, 'drgElement');
  const asked = new Set(elements.flatMap((element) => [...requirements(element).map(wants), ...many(element, 'inputData').map((reference) => words(reference, 'href'))]));
  const gone = decisionsIn(root).length === 0 ? [] : inputsIn(root).filter(({ id }) => !asked.has(`#${id ?? ''}`));
  root.set('drgElement', elements.filter((element) => !gone.includes(element)));
  return gone;
}

/** What is gone is not drawn in the file's own diagrams either. */
function undrawn(root: ModdleElement, gone: ReadonlySet<ModdleElement>): void {
  for (const diagram of many(one(root, 'dmnDI') ?? root, 'diagrams'))
    diagram.set('diagramElements', many(diagram, 'diagramElements').filter((drawn) => !gone.has(one(drawn, 'dmnElementRef')!)));
}
