import type { EventDefinition, Loop, Node, StepProperties } from '../../../engine/definition.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What is told of a loop, by the names that the words have. */
const ofLoop = (loop: Loop | undefined) => ({
  loopKind: loop === undefined ? 'once' : loop.kind === 'standard' ? 'standard' : loop.sequential ? 'sequential' : 'parallel',
  testBefore: loop?.kind === 'standard' ? loop.testBefore : undefined,
  loopCondition: loop?.kind === 'standard' ? loop.condition : undefined,
  loopMaximum: loop?.kind === 'standard' ? loop.maximum : undefined,
  collection: loop?.kind === 'multi' ? loop.collection : undefined,
  loopCardinality: loop?.kind === 'multi' ? loop.cardinality : undefined,
  element: loop?.kind === 'multi' ? loop.element : undefined,
  ownEntry: loop?.kind === 'multi' ? loop.own : undefined,
  completionCondition: loop?.kind === 'multi' ? loop.completion : undefined,
  outputCollection: loop?.kind === 'multi' ? loop.output?.name : undefined,
  outputElement: loop?.kind === 'multi' ? loop.output?.value : undefined,
  throws: loop?.kind === 'multi' ? loop.throws : undefined,
});

/** What is told of an event: for what it waits, or what it throws. */
const ofEvent = (event: EventDefinition | undefined) => ({
  eventKind: event?.kind,
  waits: event?.kind === 'timer' ? event.timer.value : undefined,
  timerType: event?.kind === 'timer' ? event.timer.type : undefined,
  eventName: event && 'name' in event ? event.name : event && 'code' in event ? event.code : undefined,
  messageKeys: event?.kind === 'message' && event.keys ? Object.fromEntries(event.keys.map(({ name, value }) => [name, value])) : undefined,
  condition: event?.kind === 'conditional' ? event.condition : undefined,
  compensated: event?.kind === 'compensation' ? event.activity : undefined,
  waitForCompletion: event?.kind === 'compensation' ? event.wait : undefined,
  parallelMultiple: event?.kind === 'multiple' ? event.parallel : undefined,
  events: event?.kind === 'multiple' ? event.events : undefined,
});

/** What is told of the properties of a step; each by its own name but the citizen's, which has one in each language. */
const ofStep = ({ citizenName, ...step }: StepProperties) => ({ ...step, citizenName: citizenName?.vi, citizenNameEn: citizenName?.en }) satisfies { readonly [K in keyof StepProperties | 'citizenNameEn']?: unknown };

/** Under which name each member of a node is told, or why it is not: what follows from other changes, and where things stand in the file. The compiler asks for a new one. */
const members = {
  id: null, kind: null, origin: null, incoming: null, outgoing: null, boundary: null, default: null,
  // told in parts of their own
  step: null, loop: null, event: null,
  // what stands within is told as steps and ways that come and go
  starts: null, handlers: null,
  name: 'name', parent: 'parent', startQuantity: 'startQuantity', completionQuantity: 'completionQuantity', forCompensation: 'forCompensation', own: 'own', sends: 'sends',
  interrupting: 'interrupting', attachedTo: 'attachedTo', handler: 'handler', instantiate: 'instantiate', all: 'all', activation: 'activation', sequential: 'sequential', completion: 'completion',
  cancelRemaining: 'cancelRemaining', called: 'called', binding: 'binding', shares: 'shares', propagate: 'propagate', values: 'values', locals: 'locals', keeps: 'keeps', activates: 'activates',
} as const satisfies { readonly [K in KeysOf<Node>]: K | null };

export type Fact = Exclude<(typeof members)[keyof typeof members], null> | keyof ReturnType<typeof ofLoop> | keyof ReturnType<typeof ofEvent> | keyof StepProperties | 'citizenNameEn' | 'begins';

/** All that the engine reads of a node besides its ways, by the names that there are words for. */
export function factsOf(node: Node): { readonly [F in Fact]?: unknown } {
  const own = Object.entries(node).flatMap(([key, value]) => {
    const name = members[key as keyof typeof members];
    return name === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), ...ofStep(node.step), ...ofLoop(node.loop), ...ofEvent('event' in node ? node.event : undefined), ...(node.kind === 'state' && { begins: node.starts }) };
}
