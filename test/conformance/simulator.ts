import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { build } from 'esbuild';
import type { Traced } from './drive.ts';

/** A shape or connection as the simulator wants them from a drawing. */
interface Shape {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly di: { readonly isExpanded: true };
  readonly parent?: Shape;
  readonly children: Shape[];
  readonly incoming: Shape[];
  readonly outgoing: Shape[];
  readonly attachers: Shape[];
  source?: Shape;
  target?: Shape;
  host?: Shape;
}
interface Subscription {
  readonly event: { readonly type: string };
  readonly scope: unknown;
  readonly element?: Shape;
}
interface Simulation {
  reset(): void;
  setConfig(element: Shape, configuration: object): void;
  findSubscriptions(filter: (subscription: Subscription) => boolean): readonly Subscription[];
  trigger(context: { readonly event: object; readonly scope: unknown }): void;
}
interface Bus {
  on(event: string, listener: (event: { readonly action: string; readonly element: Shape }) => void): void;
}

const bundle = `
export { Injector } from 'didi';
export { default as EventBus } from 'diagram-js/lib/core/EventBus';
export { default as Behaviors } from 'bpmn-js-token-simulation/lib/simulator/behaviors';
export { default as Simulator } from 'bpmn-js-token-simulation/lib/simulator/Simulator';`;

interface Library {
  readonly Injector: new (modules: readonly object[]) => { get(name: string): unknown };
  readonly EventBus: new () => Bus;
  readonly Behaviors: { readonly __init__: readonly string[] };
  readonly Simulator: object;
}

/** The simulator is written for bundlers: its files name one another without their endings. */
const load = async (): Promise<Library> => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'motcua-simulator-')), 'simulator.mjs');
  await build({ stdin: { contents: bundle, resolveDir: '.' }, bundle: true, outfile, format: 'esm', logLevel: 'error' });
  return import(pathToFileURL(outfile).href) as Promise<Library>;
};
const loaded = load();

const listed = (element: ModdleElement, property: string): readonly ModdleElement[] => (element.get(property) ?? []) as readonly ModdleElement[];

/** The shapes of all processes of a document, as if they were drawn. */
const shapesOf = (root: ModdleElement): ReadonlyMap<string, Shape> => {
  const shapes = new Map<string, Shape>();
  const add = (element: ModdleElement, parent?: Shape): void => {
    const shape: Shape = { id: element.id!, type: element.$type, businessObject: element, di: { isExpanded: true }, ...(parent && { parent }), children: [], incoming: [], outgoing: [], attachers: [] };
    shapes.set(shape.id, shape);
    parent?.children.push(shape);
    if (element.$type === 'bpmn:Process' || element.$instanceOf('bpmn:SubProcess')) for (const inner of listed(element, 'flowElements')) add(inner, shape);
  };
  for (const process of listed(root, 'rootElements')) if (process.$type === 'bpmn:Process') add(process);
  const referred = (shape: Shape, property: string): Shape | undefined => shapes.get((shape.businessObject.get(property) as ModdleElement | undefined)?.id ?? '');
  for (const shape of shapes.values()) {
    if (shape.type === 'bpmn:SequenceFlow') {
      shape.source = referred(shape, 'sourceRef')!;
      shape.target = referred(shape, 'targetRef')!;
      shape.source.outgoing.push(shape);
      shape.target.incoming.push(shape);
    } else if (shape.type === 'bpmn:BoundaryEvent') {
      shape.host = referred(shape, 'attachedToRef')!;
      shape.host.attachers.push(shape);
    }
  }
  return shapes;
};

/** What a person could trigger: the rest are events that the simulator sends itself. */
const byHand = new Set(['message', 'timer', 'signal', 'condition', 'continue']);

/** The simulator of bpmn-js-token-simulation without a drawing; tasks that are named wait for a person. */
export class Simulated {
  readonly #simulator: Simulation;
  readonly #shapes: ReadonlyMap<string, Shape>;
  #enter: string[] = [];
  #exit: string[] = [];

  constructor(simulator: Simulation, shapes: ReadonlyMap<string, Shape>, bus: Bus) {
    this.#simulator = simulator;
    this.#shapes = shapes;
    bus.on('tokenSimulation.simulator.trace', ({ action, element }) => {
      if (action === 'enter') this.#enter.push(element.id);
      if (action === 'exit') this.#exit.push(element.id);
    });
  }

  configure(waits: Iterable<string>, choices: Readonly<Record<string, readonly string[]>>): void {
    for (const id of waits) this.#simulator.setConfig(this.#shapes.get(id)!, { wait: true });
    for (const [id, flows] of Object.entries(choices)) {
      const chosen = flows.map((flow) => this.#shapes.get(flow)!);
      const shape = this.#shapes.get(id)!;
      this.#simulator.setConfig(shape, { activeOutgoing: shape.type === 'bpmn:ExclusiveGateway' ? chosen[0] : chosen });
    }
  }

  /** Elements that wait for someone or something, once for each time. */
  get open(): readonly string[] {
    return this.#simulator.findSubscriptions(({ event, element }) => element !== undefined && byHand.has(event.type)).map(({ element }) => element!.id);
  }

  trigger(id: string): void {
    const [subscription] = this.#simulator.findSubscriptions(({ element }) => element?.id === id);
    if (!subscription) throw new Error(`expected ${id} to wait in the simulator, but it does not`);
    this.#simulator.trigger({ event: subscription.event, scope: subscription.scope });
  }

  /** What was entered and exited since it was last asked. */
  traced(): Traced {
    const traced = { enter: this.#enter, exit: this.#exit };
    [this.#enter, this.#exit] = [[], []];
    return traced;
  }
}

export const simulated = async (xml: string): Promise<Simulated> => {
  const { Injector, EventBus, Behaviors, Simulator } = await loaded;
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const shapes = shapesOf(rootElement);
  const bus = new EventBus();
  const registry = { get: (id: string) => shapes.get(id), forEach: (visit: (shape: Shape) => void) => shapes.forEach((shape) => visit(shape)) };
  const injector = new Injector([Behaviors, { simulator: ['type', Simulator], eventBus: ['value', bus], elementRegistry: ['value', registry] }]);
  for (const name of Behaviors.__init__) injector.get(name);
  const simulator = injector.get('simulator') as Simulation;
  simulator.reset();
  return new Simulated(simulator, shapes, bus);
};
