import { registerHooks } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { exchangePackages } from '../../../engine/bpmn/exchange.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { many, type Model } from '../model.ts';

// The drawing tool's own commands and their undo, without the picture: its files import one another as bundlers resolve them.
const isBundled = (specifier: string, from = ''): boolean =>
  !specifier.endsWith('.js') && (/^(bpmn-js|diagram-js)\/lib\//.test(specifier) || (specifier.startsWith('.') && /\/node_modules\/(bpmn-js|diagram-js)\//.test(from)));
registerHooks({ resolve: (specifier, context, next) => next(isBundled(specifier, context.parentURL) ? `${specifier}.js` : specifier, context) });

type Loaded<T> = { readonly default: new (...services: readonly unknown[]) => T };
const load = async <T>(path: string): Promise<Loaded<T>['default']> => ((await import(path)) as Loaded<T>).default;

interface Stack {
  execute(command: string, context: object): void;
  register(command: string, handler: object): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
}

export interface Headless {
  readonly drawing: Drawing;
  readonly at: (id: string) => Element;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly xml: () => Promise<string>;
}

const around = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="urn:example">${body.replaceAll(/<(\/?)(?!bpmn:|motcua:|camunda:)(\w)/g, '<$1bpmn:$2')}</bpmn:definitions>`;

/** Opens the inside of a diagram, as the examples of the pages of elements are written, to be changed by the commands of the designer. */
export async function headless(body: string): Promise<Headless> {
  const [EventBus, CommandStack, UpdateProperties, UpdateModdleProperties, together] = await Promise.all([
    load('diagram-js/lib/core/EventBus.js'), load<Stack>('diagram-js/lib/command/CommandStack.js'), load<object>('bpmn-js/lib/features/modeling/cmd/UpdatePropertiesHandler.js'),
    load<object>('bpmn-js/lib/features/modeling/cmd/UpdateModdlePropertiesHandler.js'), import('../together.ts'),
  ]);
  const moddle = new BpmnModdle(exchangePackages);
  const { rootElement, warnings } = await moddle.fromXML(around(body));
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('; '));
  const definitions = rootElement as unknown as Model;
  const elements = new Map<string, Element>();
  const gather = (model: Model): void => {
    if (model.id !== undefined) elements.set(model.id, { id: model.id, type: model.$type, businessObject: model, incoming: [], outgoing: [], attachers: [], labels: [], x: 0, y: 0, width: 0, height: 0 } as Element);
    for (const inside of ['flowElements', 'laneSets', 'lanes'].flatMap((property) => many(model, property))) gather(inside);
  };
  for (const root of many(definitions, 'rootElements')) gather(root);
  const registry = { get: (id: string) => elements.get(id), filter: (keep: (element: Element) => boolean) => [...elements.values()].filter(keep) };
  const stack = new CommandStack(new EventBus(), { get: () => null });
  const modeling = {
    updateProperties: (element: Element, properties: object) => stack.execute('element.updateProperties', { element, properties }),
    updateModdleProperties: (element: Element, moddleElement: Model, properties: object) => stack.execute('element.updateModdleProperties', { element, moddleElement, properties }),
  };
  stack.register('element.updateProperties', new UpdateProperties(registry, { ids: undefined }, modeling, undefined));
  stack.register('element.updateModdleProperties', new UpdateModdleProperties(registry));
  const [, Registers] = together.togetherModule.motcuaTogether;
  void new (Registers as new (stack: object) => object)({ registerHandler: (command: string, handler: new () => object) => stack.register(command, new handler()) });
  const tools: Readonly<Record<string, unknown>> = { modeling, moddle, elementRegistry: registry, commandStack: stack };
  const drawing = { get: (name: string) => tools[name], getDefinitions: () => definitions } as unknown as Drawing;
  return {
    drawing, undo: () => stack.undo(), redo: () => stack.redo(),
    at: (id) => {
      const element = elements.get(id);
      if (!element) throw new Error(`expected an element ${id} in the drawing, but there is none`);
      return element;
    },
    xml: async () => (await moddle.toXML(rootElement, { format: true })).xml,
  };
}
