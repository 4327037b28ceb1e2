import type { Definition, Flow, FlowId, Loop, Node, NodeId, StepProperties } from './definition.ts';
import type { Visit } from './effect.ts';
import type { Context, Move } from './elements/element.ts';
import { elementOf } from './elements/index.ts';
import { leaveByConditions } from './elements/sequence-flow.ts';

/**
 * An element with what every step asks of it, looked up once for all instances. All places have the same fields in the
 * same order, whatever their elements have, because that is several times quicker to read than what may be there or not.
 */
export interface Place {
  readonly id: NodeId;
  readonly node: Node;
  /** Whether people begin steps in it, so that it goes on without a token. */
  readonly waitsForSteps: boolean;
  /** Event sub-processes of the scope that it opens. */
  readonly handlers: readonly NodeId[];
  /** Names of data that its scope keeps to itself. */
  readonly own: readonly string[] | undefined;
  /** What the element proposes when a token arrives, and when it is done; a move when it is always the same. */
  readonly enter: Move | ((context: Context) => Move);
  readonly leave: Move | ((context: Context) => Move);
  readonly loop: Loop | undefined;
  readonly startQuantity: number | undefined;
  readonly hasBoundary: boolean;
  readonly isInAdHoc: boolean;
  /** Enters with a word about the dossier's clock or state. */
  readonly announces: boolean;
  /** The cause by which the clock is paused as long as a token stays. */
  readonly pause: string | undefined;
  /** What becomes a value of its own before its work begins. */
  readonly inputs: StepProperties['inputs'];
  readonly inputSets: StepProperties['inputSets'];
  readonly outputs: StepProperties['outputs'];
  readonly sends: readonly string[] | undefined;
  readonly incoming: number;
  /** All its ways out. */
  readonly outgoing: readonly FlowId[];
  /** All ways out where conditions choose, but none has one or is a default; only for who forces choices there is more to ask. */
  readonly straight: Move | undefined;
  /** Where each way out leads, in the order of the node's outgoing flows. */
  readonly exits: readonly Exit[];
  readonly entered: Visit;
  readonly left: Visit;
}

export interface Exit {
  readonly flow: FlowId;
  readonly target: NodeId;
  /** How many are sent on it. */
  readonly tokens: number;
  readonly taken: Visit;
}

export interface Places {
  readonly byId: ReadonlyMap<NodeId, Place>;
  /** Whether there are joins that look at the whole graph. */
  readonly looksAround: boolean;
}

const none: readonly NodeId[] = [];

const exitOf = (node: Node, { id, target }: Flow): Exit => ({ flow: id, target, tokens: node.completionQuantity ?? 1, taken: { element: id, did: 'take' } });

const placeOf = (definition: Definition, node: Node): Place => {
  const { id, step, outgoing } = node;
  const element = elementOf(node.kind);
  const all: Move = { do: 'take', flows: outgoing };
  const flows = outgoing.map((flow) => definition.flows[flow]!);
  return {
    id, node,
    waitsForSteps: node.kind === 'adHocSubProcess' && node.starts.length > 0,
    handlers: 'handlers' in node ? node.handlers : none, own: node.own,
    enter: element.enter, leave: element.leave === 'all' ? all : element.leave ?? leaveByConditions, loop: node.loop, startQuantity: node.startQuantity,
    hasBoundary: node.boundary.length > 0,
    isInAdHoc: definition.nodes[node.parent]?.kind === 'adHocSubProcess',
    announces: step.clock !== undefined || step.state !== undefined,
    pause: step.clock?.startsWith('pause:') ? step.clock.slice(6) : undefined,
    inputs: node.kind === 'callActivity' ? node.values : step.inputs, inputSets: step.inputSets, outputs: node.kind === 'callActivity' && (node.keeps ?? node.locals) ? step.outputs ?? {} : step.outputs, sends: node.sends,
    incoming: node.incoming.length, outgoing,
    straight: element.leave === undefined && node.default === undefined && flows.every(({ condition }) => condition === undefined) ? all : undefined,
    exits: flows.map((flow) => exitOf(node, flow)),
    entered: { element: id, did: 'enter' }, left: { element: id, did: 'leave' },
  };
};

const allPlaces = (definition: Definition): Places => {
  const nodes = Object.values(definition.nodes);
  return { byId: new Map(nodes.map((node) => [node.id, placeOf(definition, node)])), looksAround: nodes.some(({ kind }) => elementOf(kind).recheck) };
};

const known = new WeakMap<Definition, Places>();

/** The places of a definition, made once. */
export const placesOf = (definition: Definition): Places => {
  let places = known.get(definition);
  if (!places) known.set(definition, (places = allPlaces(definition)));
  return places;
};
