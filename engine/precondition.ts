import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import { label } from './elements/ask.ts';
import { holdsAdHoc } from './open-ad-hoc.ts';
import type { Data, Incident, Json, State, Subscription, Token } from './state.ts';
import type { Rejection } from './step.ts';

export const reject = (rejected: Rejection['rejected'], message: string, element?: NodeId): Rejection =>
  element === undefined ? { rejected, message } : { rejected, message, element };

/** Data must be a JSON object: a list or a bare value has no names to keep it under, and `__proto__` is no name. */
export const badData = (data: unknown): Rejection | undefined => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return reject('bad-data', `expected data to be a JSON object, but got ${JSON.stringify(data) ?? 'nothing'}`);
  }
  return Object.hasOwn(data, '__proto__') ? reject('bad-data', 'expected names in the data, but "__proto__" cannot be one') : undefined;
};

/** What a person does against the drawing needs a reason, for whoever reads the record later. */
export const noReason = ({ reason }: { readonly reason: string }): Rejection | undefined =>
  reason.trim() === '' ? reject('bad-data', 'expected a reason, but it is empty') : undefined;

/** Whether an instance can begin here because of an event: a start event, a receive task, an event behind a gateway that begins instances. */
export const instantiates = ({ nodes, flows }: Definition, starts: readonly NodeId[], id: NodeId): boolean => {
  const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  if (node?.kind === 'startEvent') return starts.includes(id);
  if (node?.kind === 'receiveTask' && node.instantiate) return true;
  return node?.incoming.some((flow) => {
    const source = nodes[flows[flow]!.source]!;
    return source.kind === 'eventBasedGateway' && source.instantiate === true;
  }) ?? false;
};

const isPlain = (node: Node): boolean => node.kind !== 'startEvent' || node.event.kind === 'none';

/** Where a new instance begins; see `start`. */
export const startsOf = (definition: Definition, wanted: NodeId | undefined): readonly NodeId[] | Rejection => {
  const { starts, nodes } = definition;
  if (wanted === undefined && starts.length === 1 && isPlain(nodes[starts[0]!]!)) return starts;
  const events = starts.map((id) => nodes[id]!).filter((node) => node.kind === 'startEvent');
  const implicit = starts.filter((id) => nodes[id]!.kind !== 'startEvent');
  if (wanted !== undefined) {
    if (instantiates(definition, starts, wanted)) return [wanted, ...implicit];
    if (implicit.includes(wanted)) return implicit;
    return reject('no-start', `expected a start event of ${definition.id} (${events.map(({ id }) => id).join(', ') || 'none'}), but got ${wanted}`, wanted);
  }
  const plain = events.filter(({ event }) => event.kind === 'none').map(({ id }) => id);
  if (plain.length === 1 || (events.length === 0 && implicit.length > 0)) return [...plain, ...implicit];
  return reject('no-start', `expected ${definition.id} to have one start event without a trigger, but it has ${plain.length}; name one of ${Object.keys(nodes).filter((id) => instantiates(definition, starts, id)).join(', ')}`);
};

/** Why nobody can hear a signal, if so. */
export const waitingSignal = (state: State, name: string): Rejection | undefined =>
  state.subscriptions.some(({ event }) => event.kind === 'signal' && event.name === name) ? undefined : reject('no-signal', `expected someone to wait for signal "${name}", but no one does`);

/** The scope of the ad-hoc sub-process whose token waits, when the step may be begun in it now. */
export const adHocScope = (definition: Definition, state: State, id: number, step: NodeId | undefined): number | Rejection => {
  const token = state.tokens.find((candidate) => candidate.id === id);
  const node = token && definition.nodes[token.at];
  if (token?.wait.on !== 'scope' || node?.kind !== 'adHocSubProcess' || !holdsAdHoc(definition, state.scopes, token)) return reject('no-ad-hoc', `expected an open ad-hoc sub-process with token ${id}, but there is none`, token?.at);
  const { scope } = token.wait;
  if (step === undefined) return scope;
  if (!node.starts.includes(step)) return reject('no-ad-hoc', `expected one of ${node.starts.join(', ')} of ${label(node)}, but got ${step}`, step);
  if (state.scopes.find((candidate) => candidate.id === scope)?.interrupted) return reject('no-ad-hoc', `expected ${label(node)} to be going on, but it only waits for steps that still run`, node.id);
  if (node.sequential && state.tokens.some((other) => other.scope === scope)) return reject('no-ad-hoc', `expected no step of ${label(node)} to be under way, because they are done one at a time`, step);
  return scope;
};

/** The token that waits for a person or for the machine. */
export const waitingToken = (definition: Definition, state: State, id: number, on: 'task' | 'job'): Token | Rejection => {
  const token = state.tokens.find((candidate) => candidate.id === id);
  if (token?.wait.on === on) return token;
  const code = on === 'task' ? 'no-task' : 'no-job';
  if (!token) return reject(code, `expected an open ${on} with token ${id}, but there is no such token: it may have been done already`);
  return reject(code, `expected an open ${on} with token ${id}, but it waits for ${token.wait.on} at ${label(definition.nodes[token.at]!)}`, token.at);
};

export const waitingTimer = (state: State, id: number): Subscription | Rejection => {
  const subscription = state.subscriptions.find((candidate) => candidate.id === id);
  if (subscription?.event.kind === 'timer') return subscription;
  return reject('no-timer', `expected timer ${id} to be set, but it is not: it may have fired or been cancelled`);
};

/** The subscription a message is for: the one it names, or the oldest, of that name all of whose keys the message carries with the same values. */
export const waitingMessage = (state: State, name: string, keys: Data, wanted: number | undefined): Subscription | Rejection => {
  const named = state.subscriptions.filter(({ id, event }) => event.kind === 'message' && event.name === name && (wanted === undefined || id === wanted));
  const found = named.find(({ event }) => event.kind === 'message' && Object.entries(event.keys).every(([key, value]) => Object.hasOwn(keys, key) && same(keys[key]!, value)));
  if (found) return found;
  return reject('no-message', named.length === 0
    ? `expected someone to wait for message "${name}", but no one does`
    : `expected the keys of message "${name}" to be those of a waiting element, but got ${JSON.stringify(keys)}`, named[0]?.node);
};

export const openIncident = (state: State, id: number): Incident | Rejection =>
  state.incidents.find((incident) => incident.id === id) ?? reject('no-incident', `expected incident ${id} to be open, but it is not`);

/** The incident of a gateway that could not choose, when the flows are ways out of it. */
export const openChoice = (definition: Definition, state: State, gateway: NodeId, flows: readonly FlowId[]): Incident | Rejection => {
  const node = Object.hasOwn(definition.nodes, gateway) ? definition.nodes[gateway]! : undefined;
  if (node?.kind !== 'exclusiveGateway' && node?.kind !== 'inclusiveGateway') {
    return reject('no-gateway', `expected an exclusive or inclusive gateway, but got ${node ? label(node) : gateway}`, gateway);
  }
  const most = node.kind === 'exclusiveGateway' ? 1 : node.outgoing.length;
  if (flows.length < 1 || flows.length > most || new Set(flows).size !== flows.length || !flows.every((flow) => node.outgoing.includes(flow))) {
    return reject('no-gateway', `expected ${most === 1 ? 'one' : 'some'} of ${node.outgoing.join(', ')} out of ${label(node)}, but got ${flows.join(', ') || 'none'}`, gateway);
  }
  const held = state.incidents.find((incident) => incident.retry === 'leave' && state.tokens.some(({ id, at }) => id === incident.token && at === gateway));
  return held ?? reject('no-gateway', `expected a token that cannot choose at ${label(node)}, but there is none`, gateway);
};

/** Equal as JSON, whatever the order of keys. */
const same = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a as Data);
  return left.length === Object.keys(b).length && left.every(([key, value]) => Object.hasOwn(b, key) && same(value, (b as Data)[key]!));
};
