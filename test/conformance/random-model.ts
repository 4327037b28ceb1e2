import * as fc from 'fast-check';
import { diagram, flows } from '../../engine/testing/diagram.ts';

/** A tangle of elements, perhaps with sub-processes that hold tangles themselves. */
export interface Model {
  readonly nodes: readonly { readonly kind: string; readonly inside?: Model; readonly handler?: Model }[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

/** What events wait for has a name of its own (the element's id), but for signals: the simulator would take one for another. */
const definitions = {
  message: '<messageEventDefinition messageRef="ID"/>', timer: '<timerEventDefinition/>', signal: '<signalEventDefinition signalRef="S"/>', error: '<errorEventDefinition/>', escalation: '<escalationEventDefinition/>', terminate: '<terminateEventDefinition/>',
} as const;
type Event = keyof typeof definitions;

const simple = ['userTask', 'userTask', 'task', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway'];
const events = ['catch message', 'catch timer', 'catch signal', 'throw escalation', 'end', 'end terminate', 'end error', 'end escalation', 'eventBasedGateway', 'link', 'guarded timer', 'aside timer', 'guarded message', 'aside signal'];
const scopes = ['scope', 'guarded error', 'guarded escalation', 'aside escalation', 'guarded timer', 'aside message', 'handler message', 'handler timer', 'handler escalation', 'handler error', 'handler signal', 'besides message', 'besides escalation'];

const tangle = (kind: fc.Arbitrary<Model['nodes'][number]>, most: number): fc.Arbitrary<Model> => fc.record({
  nodes: fc.array(kind, { minLength: 1, maxLength: most }),
  edges: fc.array(fc.record({ from: fc.nat(20), to: fc.nat(20) }), { minLength: 1, maxLength: most * 2 }),
});
const flat = fc.record({ kind: fc.constantFrom(...simple, ...events) });
const small = tangle(flat, 4);
const holding = fc.record({ kind: fc.constantFrom(...scopes), inside: small, handler: small });
const nested = tangle(fc.oneof({ weight: 4, arbitrary: flat }, { weight: 1, arbitrary: holding }), 4);

export const anyModel: fc.Arbitrary<Model> = tangle(fc.oneof({ weight: 5, arbitrary: flat }, { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom(...scopes), inside: nested, handler: small }) }), 8);

const named = (event: string, id: string): string => event.replace('ID', `${id}_M`);
const eventOf = (kind: string, id: string): string => named(definitions[kind.slice(kind.indexOf(' ') + 1) as Event] ?? '', id);

const drawNode = ({ kind, inside, handler }: Model['nodes'][number], id: string): string => {
  const [place] = kind.split(' ');
  const event = eventOf(kind, id);
  const host = inside ? `<subProcess id="${id}">${drawTangle(inside, `${id}_`)}${place === 'handler' || place === 'besides' ? `<subProcess id="${id}h" triggeredByEvent="true"><startEvent id="${id}hs" isInterrupting="${place === 'handler'}">${event}</startEvent>${drawTangle(handler!, `${id}h_`, `${id}hs`)}</subProcess>` : ''}</subProcess>` : `<userTask id="${id}"/>`;
  switch (place) {
    case 'catch': return `<intermediateCatchEvent id="${id}">${event}</intermediateCatchEvent>`;
    case 'throw': return `<intermediateThrowEvent id="${id}">${event}</intermediateThrowEvent>`;
    case 'end': return `<endEvent id="${id}">${event}</endEvent>`;
    case 'link': return `<intermediateThrowEvent id="${id}"><linkEventDefinition name="${id}"/></intermediateThrowEvent><intermediateCatchEvent id="${id}l"><linkEventDefinition name="${id}"/></intermediateCatchEvent>`;
    case 'eventBasedGateway': return `<eventBasedGateway id="${id}"/><intermediateCatchEvent id="${id}m">${named(definitions.message, `${id}m`)}</intermediateCatchEvent><intermediateCatchEvent id="${id}t">${definitions.timer}</intermediateCatchEvent>${flows(`${id} -> ${id}m; ${id} -> ${id}t`)}`;
    case 'guarded':
    case 'aside': return `${host}<boundaryEvent id="${id}b" attachedToRef="${id}" cancelActivity="${place === 'guarded'}">${event}</boundaryEvent>`;
    case 'scope':
    case 'handler':
    case 'besides': return host;
    default: return `<${kind} id="${id}"/>`;
  }
};

const sourceOf = (kind: string, id: string, odd: boolean): string => {
  if (kind === 'link') return `${id}l`;
  if (kind === 'eventBasedGateway') return odd ? `${id}m` : `${id}t`;
  return /^(guarded|aside) /.test(kind) && odd ? `${id}b` : id;
};

/** The elements of one scope; `start` leads into the first of them. */
const drawTangle = ({ nodes, edges }: Model, prefix: string, start?: string): string => {
  const name = (index: number): string => `${prefix}${index % nodes.length}`;
  // Something leads to each of them, where what came before is no end; then come edges of any kind.
  const tree = nodes.map((_, to) => ({ from: to === 0 ? 0 : (edges[to % edges.length]!.from % to), to })).slice(1);
  const ways = new Set([...tree, ...edges].flatMap(({ from, to }, index) => {
    const { kind } = nodes[from % nodes.length]!;
    return kind.startsWith('end') ? [] : [`${sourceOf(kind, name(from), index % 2 === 1)} -> ${name(to)}`];
  }));
  const first = start ?? `${prefix}s`;
  return `${start === undefined ? `<startEvent id="${first}"/>` : ''}${nodes.map((node, index) => drawNode(node, name(index))).join('')}${flows([`${first} -> ${name(0)}`, ...ways].join(';'))}`;
};

export const drawModel = (model: Model): string => {
  const body = drawTangle(model, 'n');
  const messages = [...body.matchAll(/messageRef="([^"]*)"/g)].map(([, id]) => `<message id="${id}" name="${id}"/>`);
  return diagram(body, `<signal id="S" name="S"/>${messages.join('')}`);
};
