import { modelOf } from '../editing.ts';
import { many, textIn, type Model } from '../model.ts';
import { tool, type Drawing, type Element } from '../drawing-tools.ts';

/** Which version is called: what is offered, one by its number, or none but what the package has. */
export const bindings = ['latest', 'version', 'deployment'] as const;
export type Binding = (typeof bindings)[number];

export const bindingOf = (model: Model): Binding => bindings.find((one) => one === textIn(model, 'motcua:binding')) ?? 'latest';

/** What a step calls; an expression that said it goes. */
export const setCalled = (drawing: Drawing, element: Element, called: string): void =>
  tool(drawing, 'modeling').updateProperties(element, { calledElement: called.trim() || undefined, 'motcua:calledExpression': undefined });

/** Which version of it, by its number or not: a number alone says that it is meant. */
export function setBinding(drawing: Drawing, element: Element, binding: Binding, version = '1'): void {
  tool(drawing, 'modeling').updateProperties(element, { 'motcua:binding': binding === 'latest' ? undefined : binding, 'motcua:version': binding === 'version' ? version.trim() || '1' : undefined });
}

export interface Callable {
  readonly id: string;
  readonly name: string;
}

const callable: ReadonlySet<string> = new Set(['bpmn:Process', 'bpmn:GlobalTask', 'bpmn:GlobalUserTask', 'bpmn:GlobalManualTask', 'bpmn:GlobalScriptTask', 'bpmn:GlobalBusinessRuleTask']);

const processAround = (model: Model): Model => (model.$parent && model.$type !== 'bpmn:Process' ? processAround(model.$parent) : model);

/** Other processes and global tasks of the same file. */
export function callableBeside(drawing: Drawing, element: Element): readonly Callable[] {
  const own = processAround(modelOf(element)).id;
  return many(drawing.getDefinitions() as unknown as Model, 'rootElements').flatMap((root) => (callable.has(root.$type) && root.id !== undefined && root.id !== own ? [{ id: root.id, name: textIn(root, 'name') || root.id }] : []));
}

/** Processes in the text of a diagram, by its tags: it is not drawn here. */
export const processesIn = (xml: string): readonly Callable[] =>
  [...xml.matchAll(/<(?:[\w-]+:)?process\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const [id, name] = ['id', 'name'].map((of) => new RegExp(`(?:^|\\s)${of}="([^"]*)"`).exec(attributes)?.[1]);
    return id === undefined ? [] : [{ id, name: name === undefined ? id : name.replaceAll(/&(quot|apos|amp|lt|gt);/g, (_, mark: string) => ({ quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' })[mark]!) }];
  });
