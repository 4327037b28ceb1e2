import type { ModdleElement } from 'bpmn-moddle';
import BpmnTreeWalker from 'bpmn-js/lib/import/BpmnTreeWalker';
import { insideOf, type Element } from './drawing-tools.ts';

type Part = ModdleElement & { readonly id?: string };
interface Services {
  readonly eventBus: { on(event: string, priority: number, listener: (event: { readonly definitions?: ModdleElement }) => void): void; fire(event: 'element.changed', payload: { readonly element: Element }): void };
  readonly bpmnImporter: { add(model: Part, di: Part, parent?: Element): Element };
  readonly elementRegistry: { get(id: string): Element | undefined; filter(keep: (element: Called) => boolean): readonly Called[] };
}
type Called = Element & { readonly di: Part; collapsed?: boolean };

const listed = (element: ModdleElement | undefined, property: string): readonly Part[] => (element?.get(property) ?? []) as readonly Part[];
const one = (element: ModdleElement | undefined, property: string): Part | undefined => element?.get(property) as Part | undefined;
const isA = (element: ModdleElement | undefined, type: string): boolean => (element as { $instanceOf?(type: string): boolean } | undefined)?.$instanceOf?.(type) === true;

/** Before the drawing tool marks which sub-processes may be opened. */
const early = 1500;

/**
 * A file may hold several drawings; the drawing tool opens the first, with its sub-processes. The others come onto
 * the same canvas beside it, each a root of its own, so that one stack of commands and one search by id serve them
 * all. So does what is drawn inside a call activity: the steps of the process that it calls.
 */
class EveryDrawing {
  static $inject = ['eventBus', 'bpmnImporter', 'elementRegistry'];
  readonly #bus: Services['eventBus'];
  readonly #importer: Services['bpmnImporter'];
  readonly #registry: Services['elementRegistry'];

  constructor(eventBus: Services['eventBus'], bpmnImporter: Services['bpmnImporter'], elementRegistry: Services['elementRegistry']) {
    this.#bus = eventBus;
    this.#importer = bpmnImporter;
    this.#registry = elementRegistry;
    let definitions: ModdleElement | undefined;
    eventBus.on('import.render.start', early, (event) => {
      ({ definitions } = event);
    });
    eventBus.on('import.render.complete', early, () => {
      for (const diagram of listed(definitions, 'diagrams')) if (!this.#isOpen(diagram)) this.#walker().handleDefinitions(definitions, diagram);
      for (const call of this.#registry.filter(({ type, di }) => type === 'bpmn:CallActivity' && di.get('isExpanded') === true)) this.#drawCalled(call, listed(definitions, 'rootElements'));
      for (const { businessObject } of this.#registry.filter(() => true)) once(businessObject as Part);
    });
  }

  /** What is drawn already stays where it is: of an element that stands in two drawings the first counts. */
  #walker() {
    const add = this.#importer.add.bind(this.#importer);
    return new BpmnTreeWalker({ root: (model: Part, di: Part) => add(model, di), element: (model: Part, di: Part, parent?: Element) => this.#registry.get(model.id ?? '') ?? add(model, di, parent), error: () => undefined });
  }

  #isOpen(diagram: Part): boolean {
    const shown = one(one(diagram, 'plane'), 'bpmnElement');
    const id = shown?.id ?? '';
    return !['bpmn:Process', 'bpmn:Collaboration', 'bpmn:SubProcess'].some((type) => isA(shown, type)) || this.#registry.get(isA(shown, 'bpmn:SubProcess') ? insideOf(id) : id) !== undefined;
  }

  #drawCalled(call: Called, roots: readonly Part[]): void {
    const called = roots.find(({ id }) => id === (call.businessObject as Part).get('calledElement'));
    const inside = new Set([...listed(called, 'flowElements'), ...listed(called, 'artifacts')]);
    const parts = listed(call.di.$parent as Part | undefined, 'planeElement').filter((di) => inside.has(one(di, 'bpmnElement')!));
    if (!isA(called, 'bpmn:Process') || parts.every((di) => this.#registry.get(one(di, 'bpmnElement')?.id ?? '') !== undefined)) return;
    call.collapsed = false;
    const walker = this.#walker();
    for (const di of listed(call.di.$parent as Part | undefined, 'planeElement')) walker.registerDi(di);
    walker.handleSubProcess(called, call);
    walker.handleDeferred();
    this.#bus.fire('element.changed', { element: call });
  }
}

/** Each lane was told of its steps by every drawing that was walked through. */
function once(model: Part): void {
  const { lanes } = model as { lanes?: Part[] };
  if (lanes && lanes.length > 1) lanes.splice(0, lanes.length, ...new Set(lanes));
}

export const everyDrawing = { __init__: ['motcuaEveryDrawing'], motcuaEveryDrawing: ['type', EveryDrawing] };

/** The way out of a sub-process stands in the page, in the reader's words. */
export const withoutBreadcrumbs = { drilldownBreadcrumbs: ['value', {}] };
