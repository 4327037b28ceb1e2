import type { Definition, Flow, Loop, Node, NodeId, StepProperties } from './definition.ts';
import type { Move } from './elements/element.ts';

/**
 * An element with what every step asks of it, looked up once for all instances. All places have the same fields in the
 * same order, whatever their elements have, because that is several times quicker to read than what may be there or not.
 */
export interface Place {
  readonly node: Node;
  readonly kind: Node['kind'];
  readonly loop: Loop | undefined;
  readonly startQuantity: number | undefined;
  readonly hasBoundary: boolean;
  /** Enters with a word about the dossier's clock or state. */
  readonly announces: boolean;
  /** The cause by which the clock is paused as long as a token stays. */
  readonly pause: string | undefined;
  readonly inputs: StepProperties['inputs'];
  readonly outputs: StepProperties['outputs'];
  readonly sends: readonly string[] | undefined;
  readonly incoming: number;
  /** All ways out, when none has a condition or is a default: there is nothing to choose. */
  readonly straight: Move | undefined;
  /** Where each way out leads, as many times as tokens are sent on it. */
  readonly exits: ReadonlyMap<string, Exit>;
}

export interface Exit {
  readonly target: NodeId;
  readonly tokens: number;
}

export type Places = ReadonlyMap<NodeId, Place>;

const exitOf = (node: Node, { id, target }: Flow): [string, Exit] => [id, { target, tokens: node.completionQuantity ?? 1 }];

const placeOf = (definition: Definition, node: Node): Place => {
  const { step, outgoing } = node;
  const flows = outgoing.map((id) => definition.flows[id]!);
  return {
    node, kind: node.kind, loop: node.loop, startQuantity: node.startQuantity,
    hasBoundary: node.boundary.length > 0,
    announces: step.clock !== undefined || step.state !== undefined,
    pause: step.clock?.startsWith('pause:') ? step.clock.slice(6) : undefined,
    inputs: step.inputs, outputs: step.outputs, sends: node.sends,
    incoming: node.incoming.length,
    straight: node.default === undefined && flows.every(({ condition }) => condition === undefined) ? { do: 'take', flows: outgoing } : undefined,
    exits: new Map(flows.map((flow) => exitOf(node, flow))),
  };
};

const known = new WeakMap<Definition, Places>();

/** The places of a definition, made once. */
export const placesOf = (definition: Definition): Places => {
  let places = known.get(definition);
  if (!places) known.set(definition, (places = new Map(Object.values(definition.nodes).map((node) => [node.id, placeOf(definition, node)]))));
  return places;
};
