import * as fc from 'fast-check';
import { diagram, flows } from './diagram.ts';

const definitions = {
  none: '',
  message: '<messageEventDefinition messageRef="M"/>',
  timer: '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  error: '<errorEventDefinition/>',
  escalation: '<escalationEventDefinition/>',
  compensation: '<compensateEventDefinition/>',
  conditional: '<conditionalEventDefinition><condition>v2</condition></conditionalEventDefinition>',
  signal: '<signalEventDefinition signalRef="S"/>',
  terminate: '<terminateEventDefinition/>',
  cancel: '<cancelEventDefinition/>',
  multiple: '<signalEventDefinition signalRef="S"/><messageEventDefinition messageRef="M"/>',
};
type Event = keyof typeof definitions;

/** Where an event may stand (BPMN 2.0.2, table 10.93); link and cancel events are drawn in pairs. */
const places = {
  catch: ['message', 'timer', 'conditional', 'signal', 'multiple'],
  throw: ['none', 'message', 'escalation', 'compensation', 'signal', 'multiple'],
  end: ['none', 'message', 'error', 'escalation', 'compensation', 'signal', 'terminate', 'multiple'],
  boundary: ['message', 'timer', 'error', 'escalation', 'conditional', 'signal', 'multiple'],
  handler: ['message', 'timer', 'error', 'escalation', 'conditional', 'signal', 'compensation', 'multiple'],
} as const satisfies Readonly<Record<string, readonly Event[]>>;

/** Whether the event, caught at a scope, may leave it going on; by the id, so that both are drawn. */
const interrupts = (id: string, event: Event): boolean => event === 'error' || event === 'compensation' || id.charCodeAt(1) % 2 === 0;
const boundary = (id: string, event: Event): string => `<boundaryEvent id="${id}b" attachedToRef="${id}" cancelActivity="${interrupts(id, event)}">${definitions[event]}</boundaryEvent>`;

/** Messages are sent under a name that nobody waits for: an instance that answers itself would never rest. */
const thrown = (event: Event): string => definitions[event].replaceAll('messageRef="M"', 'messageRef="N"');

/** A task, and then perhaps an end that throws what the scope catches. */
const throwing = (id: string, event: Event): string => {
  const inside = (places.end as readonly Event[]).includes(event) ? thrown(event) : '';
  return `<userTask id="${id}u"/><exclusiveGateway id="${id}g" default="${id}g-${id}e"/><endEvent id="${id}x">${inside}</endEvent><endEvent id="${id}e"/>${flows(`${id}u -> ${id}g; ${id}g -> ${id}x if v1; ${id}g -> ${id}e`)}`;
};

const handler = (id: string, event: Event): string => `<subProcess id="${id}h" triggeredByEvent="true"><startEvent id="${id}hs" isInterrupting="${interrupts(id, event)}">${definitions[event]}</startEvent>
  <userTask id="${id}hu"/><endEvent id="${id}he">${event === 'escalation' ? definitions.escalation : ''}</endEvent>${flows(`${id}hs -> ${id}hu -> ${id}he`)}</subProcess>`;

/** A scope that knows how to undo itself, and is undone when it is done. */
const undoing = (id: string): string => `<subProcess id="${id}"><subProcess id="${id}i"><userTask id="${id}u"/>${handler(id, 'compensation')}</subProcess><intermediateThrowEvent id="${id}t">${definitions.compensation}</intermediateThrowEvent>${flows(`${id}i -> ${id}t`)}</subProcess>${boundary(id, 'escalation')}`;

const drawEvent = (place: keyof typeof places, event: Event, id: string): string => {
  switch (place) {
    case 'catch': return `<intermediateCatchEvent id="${id}">${definitions[event]}</intermediateCatchEvent>`;
    case 'throw': return `<intermediateThrowEvent id="${id}">${thrown(event)}</intermediateThrowEvent>`;
    case 'end': return `<endEvent id="${id}">${thrown(event)}</endEvent>`;
    case 'boundary': return `<subProcess id="${id}">${throwing(id, event)}</subProcess>${boundary(id, event)}`;
    case 'handler': return event === 'compensation' ? undoing(id) : `<subProcess id="${id}">${throwing(id, event)}${handler(id, event)}</subProcess>${boundary(id, 'escalation')}`;
  }
};

const compensated = (id: string): string => `<boundaryEvent id="${id}c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="${id}k" isForCompensation="true"/><association id="${id}a" sourceRef="${id}c" targetRef="${id}k"/>`;
const many = (id: string, attributes: string, inside: string): string => `<subProcess id="${id}"><userTask id="${id}u"/><multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics></subProcess>${boundary(id, 'signal')}`;

const others = {
  userTask: (id: string) => `<userTask id="${id}" motcua:clock="pause:supplement"/>${boundary(id, 'timer')}`,
  serviceTask: (id: string) => `<serviceTask id="${id}"/>${boundary(id, 'message')}`,
  task: (id: string) => `<task id="${id}"/>`,
  manualTask: (id: string) => `<manualTask id="${id}"/>`,
  scriptTask: (id: string) => `<scriptTask id="${id}" motcua:result="v2"><script>not(v2)</script></scriptTask>`,
  businessRuleTask: (id: string) => `<businessRuleTask id="${id}" motcua:decision="d#x"/>`,
  sendTask: (id: string) => `<sendTask id="${id}" messageRef="N"/>`,
  receiveTask: (id: string) => `<receiveTask id="${id}" messageRef="M"/>`,
  exclusiveGateway: (id: string) => `<exclusiveGateway id="${id}"/>`,
  parallelGateway: (id: string) => `<parallelGateway id="${id}"/>`,
  inclusiveGateway: (id: string) => `<inclusiveGateway id="${id}"/>`,
  complexGateway: (id: string) => `<complexGateway id="${id}"/>`,
  awaitsSome: (id: string) => `<complexGateway id="${id}"><activationCondition>activationCount >= (if v1 then 1 else 2)</activationCondition></complexGateway>`,
  eventBasedGateway: (id: string) => `<eventBasedGateway id="${id}"/>${drawEvent('catch', 'message', `${id}m`)}${drawEvent('catch', 'timer', `${id}t`)}${flows(`${id} -> ${id}m; ${id} -> ${id}t`)}`,
  link: (id: string) => `<intermediateThrowEvent id="${id}"><linkEventDefinition name="${id}"/></intermediateThrowEvent><intermediateCatchEvent id="${id}l"><linkEventDefinition name="${id}"/></intermediateCatchEvent>`,
  awaitsAll: (id: string) => `<intermediateCatchEvent id="${id}" parallelMultiple="true">${definitions.multiple}</intermediateCatchEvent>`,
  scope: (id: string) => `<subProcess id="${id}"><startEvent id="${id}s"/><parallelGateway id="${id}f"/><userTask id="${id}u"/><serviceTask id="${id}x"/>${flows(`${id}s -> ${id}f -> ${id}u; ${id}f -> ${id}x`)}</subProcess>`,
  atOnce: (id: string) => many(id, '', '<loopCardinality>3</loopCardinality><completionCondition>v2</completionCondition>'),
  oneByOne: (id: string) => many(id, 'isSequential="true" motcua:collection="list" motcua:element="entry" motcua:outputCollection="answers"', ''),
  tells: (id: string) => many(id, 'behavior="None" noneBehaviorEventRef="D"', '<loopCardinality>2</loopCardinality>'),
  inTurn: (id: string) => `<userTask id="${id}"><standardLoopCharacteristics loopMaximum="3"><loopCondition>v1</loopCondition></standardLoopCharacteristics></userTask>`,
  transaction: (id: string) => `<transaction id="${id}">${throwing(id, 'cancel').replace(`<endEvent id="${id}x">`, `<endEvent id="${id}x">${definitions.cancel}`)}${compensated(`${id}u`)}</transaction><boundaryEvent id="${id}b" attachedToRef="${id}">${definitions.cancel}</boundaryEvent>`,
  undone: (id: string) => `<userTask id="${id}"/>${compensated(id)}`,
  calling: (id: string) => `<callActivity id="${id}" calledElement="q"/><boundaryEvent id="${id}b" attachedToRef="${id}">${definitions.error}</boundaryEvent>`,
  adHoc: (id: string) => `<adHocSubProcess id="${id}"><userTask id="${id}u"/><task id="${id}v"/><completionCondition>v2</completionCondition></adHocSubProcess>`,
  gathers: (id: string) => `<task id="${id}" startQuantity="2" completionQuantity="2"/>`,
};

/** Several at once with nothing that acts from afar, so that a proof may look at one order of them. */
const quiet: Readonly<Record<string, (id: string) => string>> = {
  several: (id) => `<userTask id="${id}"><multiInstanceLoopCharacteristics><loopCardinality>v3</loopCardinality></multiInstanceLoopCharacteristics></userTask>`,
  severalScopes: (id) => `<subProcess id="${id}"><multiInstanceLoopCharacteristics><loopCardinality>v3</loopCardinality><completionCondition>v2</completionCondition></multiInstanceLoopCharacteristics><parallelGateway id="${id}f"/><userTask id="${id}u"/><userTask id="${id}x"/><parallelGateway id="${id}j"/>${flows(`${id}f -> ${id}u -> ${id}j; ${id}f -> ${id}x -> ${id}j`)}</subProcess>`,
  callingQuietly: (id) => `<callActivity id="${id}" calledElement="r"/>`,
};
export const quietKinds = Object.keys(quiet);

const ofEvents = Object.entries(places).flatMap(([place, events]) => events.map((event) => [`${place} ${event}`, (id: string) => drawEvent(place as keyof typeof places, event, id)] as const));
const usual: Readonly<Record<string, (id: string) => string>> = { ...others, ...Object.fromEntries(ofEvents) };
const kinds = Object.keys(usual);
const drawKind = { ...usual, ...quiet };

const withBoundary = new Set(['userTask', 'serviceTask', 'atOnce', 'oneByOne', 'tells', 'transaction', 'calling']);
const hasBoundary = (kind: string): boolean => withBoundary.has(kind) || /^(boundary|handler) /.test(kind);
const neverChooses = new Set(['parallelGateway', 'complexGateway', 'awaitsSome', 'eventBasedGateway', 'link', 'awaitsAll']);
const chooses = (kind: string): boolean => !neverChooses.has(kind) && !/^(catch|throw|end) /.test(kind);
const conditions = ['', 'v1', 'not(v1)', 'v2', 'not(v2)', 'unknown', 'v1 + v2'] as const;

const beside = `<signal id="S" name="S"/><message id="M" name="M"/><message id="N" name="N"/><signalEventDefinition id="D" signalRef="S"/><process id="q"><userTask id="qu"/><exclusiveGateway id="qg" default="qg-qe"/><endEvent id="qx">${definitions.error}</endEvent><endEvent id="qe"/>${flows('qu -> qg; qg -> qx if qu = 1; qg -> qe')}
  <subProcess id="qh" triggeredByEvent="true"><startEvent id="qhs" isInterrupting="false">${definitions.signal}</startEvent><task id="qhu"/>${flows('qhs -> qhu')}</subProcess></process>
  <process id="r"><userTask id="ra"/><exclusiveGateway id="rg" default="rg-rb"/><userTask id="rb"/>${flows('ra -> rg; rg -> ra if ra = 1; rg -> rb')}</process>`;

/** Any tangle of elements: forks without joins, joins without forks, loops through all of them. */
export interface Tangle {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly condition: number }[];
}

/** Random tangles of these kinds of elements. */
export const tangleOf = (some: readonly string[]): fc.Arbitrary<Tangle> => fc.record({
  nodes: fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 9 }),
  edges: fc.array(fc.record({ from: fc.nat(20), to: fc.nat(20), condition: fc.nat(20) }), { minLength: 1, maxLength: 16 }),
});

export const anyTangle = tangleOf(kinds);

/** One of every kind. */
export const wholeTangle: Tangle = { nodes: kinds, edges: kinds.map((_, index) => ({ from: index, to: index + 3, condition: index })) };

/** What flows start from: some kinds are drawn with more than one element that may have a way out. */
const sourceOf = (kind: string, id: string, odd: boolean): string => {
  if (kind === 'eventBasedGateway') return odd ? `${id}m` : `${id}t`;
  if (kind === 'link') return `${id}l`;
  return hasBoundary(kind) && odd ? `${id}b` : id;
};

export const drawTangle = ({ nodes, edges }: Tangle): string => {
  const name = (index: number) => `n${index % nodes.length}`;
  const ways = new Map<string, string>();
  for (const [index, { from, to, condition }] of edges.entries()) {
    const kind = nodes[from % nodes.length]!;
    if (kind.startsWith('end ')) continue;
    const source = sourceOf(kind, name(from), index % 2 === 1);
    const text = conditions[condition % conditions.length]!;
    const way = `${source} -> ${name(to)}`;
    if (!ways.has(way)) ways.set(way, chooses(kind) && text && !source.endsWith('b') ? `${way} if ${text}` : way);
  }
  return diagram(`<startEvent id="s"/>${nodes.map((kind, index) => drawKind[kind]!(name(index))).join('')}${flows(`s -> n0; ${[...ways.values()].join(';')}`)}`, beside);
};
