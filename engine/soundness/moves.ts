import type { Node, NodeId } from '../definition.ts';
import type { Event } from '../event.ts';
import { holdsAdHoc } from '../open-ad-hoc.ts';
import { raisable } from '../raisable.ts';
import type { State, Subscription, Token } from '../state.ts';
import { placeOf } from '../statechart/places.ts';
import { isContainer } from '../watch.ts';
import { birthsOf } from './births.ts';
import { eventParts } from './event-parts.ts';
import { carries, type Model, type Place, type Proven, type Slot } from './model.ts';

export type Deed = Event extends infer E ? (E extends Event ? Omit<E, 'at' | 'by'> : never) : never;

/** Something that may happen next, in one of the processes. */
export interface Move {
  readonly process: number;
  readonly deed: Deed;
  /** Where a person would see it happen. */
  readonly element: NodeId;
  /** Whose wait it ends, or beside whose work it happens. */
  readonly holder: { readonly token: number } | { readonly scope: number };
  /** The message flow whose message it takes. */
  readonly takes?: string;
  /** A subscription that is not to happen a second time. */
  readonly spends?: Subscription;
  /** The boundary event of a person's work that lets it go on, and is not to be told a second time. */
  readonly tells?: NodeId;
}

/** The name under which a proof remembers what was told: no signal of a drawing has it. */
export const told = '\ntold';

/** The code of work that fails in a proof: where nothing takes it up, that is no fault of the model. */
export const failing = 'failed';

/** All that may happen next: people and services finish, fail or escalate where that is caught, timers fire, messages and signals come. */
export const movesOf = (model: Model, place: Place): readonly Move[] =>
  place.slots.flatMap((slot, process) => {
    if (!slot) return [...beginnings(model, place, process)];
    return slot.state.status === 'active' ? [...movesIn(model, place, slot, process)] : [];
  });

/** A message, or one of several signals and messages, begins a process of a collaboration that has not begun. */
function* beginnings({ processes, flows = [] }: Model, { bag }: Place, process: number): Generator<Move> {
  for (const { node, part, event } of birthsOf(processes[process]!.definition)) {
    const begins: Move = { process, element: node, holder: { scope: 0 }, deed: { type: 'start', node, data: {}, ...(part !== undefined && { part }) } };
    if (event.kind === 'signal') yield begins;
    if (event.kind !== 'message') continue;
    for (const flow of flows) if (flow.target === node && bag.has(flow.id) && carries(flow, event.name)) yield { ...begins, takes: flow.id };
  }
}

function* movesIn(model: Model, place: Place, slot: Slot, process: number): Generator<Move> {
  const { definition } = model.processes[process]!;
  for (const token of slot.state.tokens) {
    const node = definition.nodes[token.at]!;
    const at = { process, element: node.id, holder: { token: token.id } };
    if (token.wait.on === 'task') yield { ...at, deed: { type: 'task.complete', token: token.id } };
    if (token.wait.on === 'job') yield { ...at, deed: { type: 'job.complete', token: token.id } };
    if (token.wait.on === 'task' || token.wait.on === 'job') yield* faults(model.processes[process]!, slot.state, token, at);
    if (node.kind === 'adHocSubProcess' && token.wait.on === 'scope' && holdsAdHoc(definition, slot.state.scopes, token)) {
      const { scope } = token.wait;
      yield { ...at, deed: { type: 'adHoc.complete', token: token.id } };
      for (const step of node.starts) {
        if (!slot.state.tokens.some((other) => other.scope === scope && other.at === step)) yield { ...at, element: step, deed: { type: 'adHoc.begin', token: token.id, node: step } };
      }
    }
  }
  const signals = new Set<string>();
  for (const subscription of slot.state.subscriptions) {
    const { id, node, event, token, scope } = subscription;
    const at = { process, element: node, holder: token === undefined ? { scope: scope! } : { token } };
    const spends = interrupts(definition.nodes[node]!) ? {} : { spends: subscription };
    switch (event.kind) {
      case 'timer':
        yield { ...at, deed: { type: 'timer', subscription: id } };
        break;
      case 'conditional':
        yield { ...at, ...spends, deed: { type: 'happen', subscription: id } };
        break;
      case 'signal':
        if (event.name === told) break;
        if (!signals.has(event.name)) yield { ...at, ...spends, deed: { type: 'signal', name: event.name } };
        signals.add(event.name);
        break;
      case 'message': {
        const deed = { type: 'message', name: event.name, keys: event.keys, subscription: id } as const;
        if (!model.flows) yield { ...at, ...spends, deed };
        for (const flow of model.flows ?? []) if (flow.target === node && place.bag.has(flow.id) && carries(flow, event.name)) yield { ...at, deed, takes: flow.id };
      }
    }
  }
}

/** Whether what waits at the node happens once, because the wait is over with it. */
const interrupts = (node: Node): boolean => !((node.kind === 'boundaryEvent' && !node.interrupting) || (node.kind === 'startEvent' && node.interrupting === false));

/** People report what they may from their step; work fails with each code that is caught around it. */
function* faults({ definition }: Proven, state: State, token: Token, at: Omit<Move, 'deed'>): Generator<Move> {
  const { id, at: step, wait } = token;
  if (wait.on === 'task') {
    for (const { kind, code, event } of raisable(definition, step)) {
      if (kind === 'error') yield { ...at, deed: { type: 'task.fail', token: id, error: code } };
      else if (!state.subscriptions.some((other) => other.token === id && other.node === event && other.event.kind === 'signal' && other.event.name === told)) yield { ...at, ...tellsOnce(definition, event!), deed: { type: 'task.escalate', token: id, escalation: code } };
    }
  } else if (definition.machine) {
    if (placeOf(definition.machine, step).state.invoke?.onError !== undefined) yield { ...at, deed: { type: 'job.fail', token: id, error: '', code: failing, message: '' } };
  } else {
    const catching = caught(definition.nodes, [...definition.nodes[step]!.boundary, ...catchers(definition.nodes, state, token)]);
    for (const error of new Set(catching.filter(({ kind }) => kind === 'error').map(({ code }) => code ?? ''))) yield { ...at, deed: { type: 'job.fail', token: id, error, code: failing, message: '' } };
  }
}

const tellsOnce = ({ nodes }: Proven['definition'], event: NodeId): Pick<Move, 'tells'> => (interrupts(nodes[event]!) ? {} : { tells: event });

/** What catches around a token: boundary events and starts of event sub-processes, scope by scope outwards. */
function* catchers(nodes: Readonly<Record<NodeId, Node>>, state: State, token: Token): Generator<NodeId> {
  for (let scope = state.scopes.find(({ id }) => id === token.scope); scope?.token !== undefined; ) {
    const { token: holder, node: id } = scope;
    const node = nodes[id];
    if (isContainer(node)) for (const handler of node.handlers) yield* startsOf(nodes[handler]);
    yield* node?.boundary ?? [];
    const outer = state.tokens.find((other) => other.id === holder);
    scope = outer && state.scopes.find((each) => each.id === outer.scope);
  }
}

const startsOf = (node: Node | undefined): readonly NodeId[] => (isContainer(node) ? node.starts : []);

const caught = (nodes: Readonly<Record<NodeId, Node>>, ids: readonly NodeId[]): readonly { readonly kind: string; readonly code?: string }[] => ids.flatMap((id) => {
  const node = nodes[id]!;
  return 'event' in node ? eventParts(node.event) : [];
});
