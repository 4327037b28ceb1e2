import * as fc from 'fast-check';
import { readBpmn } from './bpmn/read.ts';
import { Bench } from './testing/bench.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';
import { assertSound } from './testing/sound.ts';

const kinds = ['userTask', 'serviceTask', 'task', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'errorEnd', 'terminateEnd', 'end', 'scope', 'timed', 'called', 'guarded',
  'complexGateway', 'signalEnd', 'signalThrow', 'escalationThrow', 'compensationThrow', 'signalled', 'conditional', 'awaitsAll', 'watched', 'several', 'inTurn', 'transaction', 'undone', 'calling', 'adHoc', 'gathers'] as const;
const conditions = ['', 'v1', 'not(v1)', 'v2', 'not(v2)', 'unknown', 'v1 + v2'] as const;
const chooses = new Set<string>(['userTask', 'serviceTask', 'task', 'exclusiveGateway', 'inclusiveGateway', 'scope', 'timed', 'called', 'guarded', 'signalled', 'watched', 'several', 'inTurn', 'transaction', 'undone', 'calling', 'adHoc', 'gathers']);

const boundary = (id: string, definition: string, interrupting: boolean) => `<boundaryEvent id="${id}b" attachedToRef="${id}" cancelActivity="${interrupting}">${definition}</boundaryEvent>`;

const drawKind: Readonly<Record<string, (id: string) => string>> = {
  errorEnd: (id) => `<endEvent id="${id}"><errorEventDefinition/></endEvent>`,
  terminateEnd: (id) => `<endEvent id="${id}"><terminateEventDefinition/></endEvent>`,
  end: (id) => `<endEvent id="${id}"/>`,
  scope: (id) => `<subProcess id="${id}"><startEvent id="${id}s"/><parallelGateway id="${id}f"/><userTask id="${id}u"/><serviceTask id="${id}x"/>${flows(`${id}s -> ${id}f -> ${id}u; ${id}f -> ${id}x`)}</subProcess>`,
  timed: (id) => `<userTask id="${id}" motcua:clock="pause:supplement"/>${boundary(id, '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>', true)}`,
  called: (id) => `<serviceTask id="${id}"/>${boundary(id, '<messageEventDefinition/>', false)}`,
  guarded: (id) => `<subProcess id="${id}"><startEvent id="${id}s"/><userTask id="${id}u"/><endEvent id="${id}e"><errorEventDefinition/></endEvent>${flows(`${id}s -> ${id}u -> ${id}e`)}</subProcess>${boundary(id, '<errorEventDefinition/>', true)}`,
  signalEnd: (id) => `<endEvent id="${id}"><signalEventDefinition signalRef="S"/></endEvent>`,
  signalThrow: (id) => `<intermediateThrowEvent id="${id}"><signalEventDefinition signalRef="S"/></intermediateThrowEvent>`,
  escalationThrow: (id) => `<intermediateThrowEvent id="${id}"><escalationEventDefinition/></intermediateThrowEvent>`,
  compensationThrow: (id) => `<intermediateThrowEvent id="${id}"><compensateEventDefinition/></intermediateThrowEvent>`,
  conditional: (id) => `<intermediateCatchEvent id="${id}"><conditionalEventDefinition><condition>v2</condition></conditionalEventDefinition></intermediateCatchEvent>`,
  awaitsAll: (id) => `<intermediateCatchEvent id="${id}" parallelMultiple="true"><signalEventDefinition signalRef="S"/><messageEventDefinition/></intermediateCatchEvent>`,
  signalled: (id) => `<subProcess id="${id}"><userTask id="${id}u"/><intermediateThrowEvent id="${id}t"><signalEventDefinition signalRef="S"/></intermediateThrowEvent>${flows(`${id}u -> ${id}t`)}</subProcess>${boundary(id, '<signalEventDefinition signalRef="S"/>', id.charCodeAt(1) % 2 === 0)}`,
  watched: (id) => `<subProcess id="${id}"><userTask id="${id}u"/><intermediateThrowEvent id="${id}t"><escalationEventDefinition/></intermediateThrowEvent>${flows(`${id}u -> ${id}t`)}
    <subProcess id="${id}h" triggeredByEvent="true"><startEvent id="${id}hs" isInterrupting="${id.charCodeAt(1) % 2 === 0}"><signalEventDefinition signalRef="S"/></startEvent><userTask id="${id}hu"/><endEvent id="${id}he"><escalationEventDefinition/></endEvent>${flows(`${id}hs -> ${id}hu -> ${id}he`)}</subProcess>
    <subProcess id="${id}k" triggeredByEvent="true"><startEvent id="${id}ks" isInterrupting="false"><conditionalEventDefinition><condition>v1</condition></conditionalEventDefinition></startEvent><task id="${id}ku"/>${flows(`${id}ks -> ${id}ku`)}</subProcess></subProcess>${boundary(id, '<escalationEventDefinition/>', id.charCodeAt(1) % 3 === 0)}`,
  several: (id) => `<subProcess id="${id}"><userTask id="${id}u"/><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>v2</completionCondition></multiInstanceLoopCharacteristics></subProcess>${boundary(id, '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>', true)}`,
  inTurn: (id) => `<userTask id="${id}"><standardLoopCharacteristics loopMaximum="3"><loopCondition>v1</loopCondition></standardLoopCharacteristics></userTask>`,
  transaction: (id) => `<transaction id="${id}"><userTask id="${id}u"/><boundaryEvent id="${id}c" attachedToRef="${id}u"><compensateEventDefinition/></boundaryEvent><userTask id="${id}k" isForCompensation="true"/><association id="${id}a" sourceRef="${id}c" targetRef="${id}k"/>
    <exclusiveGateway id="${id}g" default="${id}g-${id}e"/><endEvent id="${id}x"><cancelEventDefinition/></endEvent><endEvent id="${id}e"/>${flows(`${id}u -> ${id}g; ${id}g -> ${id}x if v1; ${id}g -> ${id}e`)}</transaction>${boundary(id, '<cancelEventDefinition/>', true)}`,
  undone: (id) => `<userTask id="${id}"/><boundaryEvent id="${id}c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><serviceTask id="${id}k" isForCompensation="true"/><association id="${id}a" sourceRef="${id}c" targetRef="${id}k"/>`,
  calling: (id) => `<callActivity id="${id}" calledElement="q"/>${boundary(id, '<errorEventDefinition/>', true)}`,
  adHoc: (id) => `<adHocSubProcess id="${id}"><userTask id="${id}u"/><task id="${id}v"/><completionCondition>v2</completionCondition></adHocSubProcess>`,
  gathers: (id) => `<task id="${id}" startQuantity="2" completionQuantity="2"/>`,
};
const hasBoundary = new Set<string>(['timed', 'called', 'guarded', 'signalled', 'watched', 'several', 'transaction', 'calling']);

const beside = `<signal id="S" name="S"/><process id="q"><userTask id="qu"/><exclusiveGateway id="qg" default="qg-qe"/><endEvent id="qx"><errorEventDefinition/></endEvent><endEvent id="qe"/>${flows('qu -> qg; qg -> qx if qu = 1; qg -> qe')}
  <subProcess id="qh" triggeredByEvent="true"><startEvent id="qhs" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent><task id="qhu"/>${flows('qhs -> qhu')}</subProcess></process>`;

interface Graph {
  readonly nodes: readonly (typeof kinds)[number][];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly condition: number }[];
}

/** Any tangle of elements: forks without joins, joins without forks, loops through all of them. */
const drawn = ({ nodes, edges }: Graph): string => {
  const name = (index: number) => `n${index % nodes.length}`;
  const seen = new Set<string>();
  const links = edges.map(({ from, to, condition }, index) => {
    const kind = nodes[from % nodes.length]!;
    if (kind.endsWith('nd')) return '';
    const source = hasBoundary.has(kind) && index % 2 === 1 ? `${name(from)}b` : name(from);
    const way = `${source} -> ${name(to)}`;
    if (seen.has(way)) return '';
    seen.add(way);
    const text = conditions[condition % conditions.length]!;
    return chooses.has(kind) && text && !source.endsWith('b') ? `${way} if ${text}` : way;
  });
  return diagram(`<startEvent id="s"/>${nodes.map((kind, index) => drawKind[kind]?.(name(index)) ?? `<${kind} id="${name(index)}"/>`).join('')}${flows(`s -> n0; ${links.join(';')}`)}`, beside);
};

/** Does whatever the number picks among all that could happen now. */
const poke = (instance: Instance, pick: number): void => {
  const { tasks, incidents, state } = instance;
  const deeds = [
    ...tasks.flatMap(({ element }) => [() => instance.complete(element, pick), () => instance.fail(element, 'E')]),
    ...state.subscriptions.map(({ node }) => () => instance.trigger(node, pick)),
    ...state.tokens.flatMap(({ id, at, wait }) => {
      const node = instance.definition.nodes[at]!;
      if (node.kind !== 'adHocSubProcess' || wait.on !== 'scope') return [];
      return [...node.starts.map((start) => () => instance.activate(start)), () => instance.send({ type: 'adHoc.complete', token: id })];
    }),
    ...incidents.map(({ id }) => () => instance.send({ type: 'incident.retry', incident: id, data: pick % 2 === 0 ? { unknown: true } : {} })),
    () => instance.send({ type: 'data', data: { v1: pick % 2 === 0, v2: pick % 3 === 0 } }),
    ...(pick % 17 === 0 ? [() => instance.send({ type: 'cancel', reason: 'any' })] : []),
  ];
  deeds[pick % deeds.length]!();
};

const graph: fc.Arbitrary<Graph> = fc.record({
  nodes: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 9 }),
  edges: fc.array(fc.record({ from: fc.nat(20), to: fc.nat(20), condition: fc.nat(20) }), { minLength: 1, maxLength: 16 }),
});

describe('Any diagram that is not refused', function () {
  this.timeout(600_000);

  it('never breaks an invariant, whatever happens to it and in whatever order', async () => {
    await fc.assert(fc.asyncProperty(graph, fc.array(fc.nat(1000), { maxLength: 25 }), async (tangle, picks) => {
      const reading = await readBpmn(drawn(tangle));
      fc.pre('definition' in reading);
      const environment = { budget: 200 };
      const instance = new Bench(reading.definition, { environment }).start({ data: { v1: true, v2: false } });
      for (const pick of picks) {
        if (instance.status !== 'active' || instance.state.tokens.length > 150) break;
        poke(instance, pick);
        assertSound(instance, environment);
      }
      assertSound(instance, environment);
    }), { numRuns: Number(process.env['MOTCUA_RUNS'] ?? 400) });
  });
});

describe('A diagram that was damaged', function () {
  this.timeout(60_000);
  const whole = drawn({ nodes: [...kinds], edges: kinds.map((_, index) => ({ from: index, to: index + 3, condition: index })) });

  it('is read or refused, but never throws', async () => {
    const damage = fc.record({ at: fc.nat(whole.length), cut: fc.nat(40), put: fc.constantFrom('', '<', '>', '"', '&', '/>', 'id="s"', '<task/>', '</process>', '\u0000', '<!--', '<![CDATA[', 'sourceRef="', '__proto__') });
    await fc.assert(fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      let text = whole;
      for (const { at, cut, put } of damages) text = text.slice(0, at) + put + text.slice(at + cut);
      const reading = await readBpmn(text);
      if ('definition' in reading) new Bench(reading.definition, { environment: { budget: 200 } }).start({ data: {} });
    }), { numRuns: 150 });
  });
});
