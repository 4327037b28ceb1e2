import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { anyBlock } from '../testing/block.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { drawn } from '../testing/draw-block.ts';
import { runs } from '../testing/runs.ts';
import { agrees, verdict } from '../testing/same-verdict.ts';
import { drawTangle, quietKinds, tangleOf, wholeTangle, type Tangle } from '../testing/tangle.ts';
import { prove } from './prove.ts';

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

const signal = '<signalEventDefinition signalRef="S"/>';
const escalation = '<escalationEventDefinition/>';
const compensation = '<compensateEventDefinition/>';
const undone = (id: string): string => `<boundaryEvent id="${id}c" attachedToRef="${id}">${compensation}</boundaryEvent><userTask id="${id}k" isForCompensation="true"/><association id="${id}a" sourceRef="${id}c" targetRef="${id}k"/>`;
const fork = (ids: string): string => ids.split(' ').map((id) => `<parallelGateway id="${id}"/>`).join('');

const read = async (elements: string): Promise<Definition> => {
  const reading = await readBpmn(diagram(elements, `<signal id="S" name="S"/><signalEventDefinition id="D" signalRef="S"/>${elements.includes('callActivity') ? called : ''}`), { process: 'p' });
  assert.ok('definition' in reading, JSON.stringify(reading));
  return reading.definition;
};

/** Diagrams in which the order of steps matters from afar, and what must be found. */
const entangled: readonly (readonly [what: string, elements: string, ...verdict: string[]])[] = [
  ['an end of all behind a join, beside work that goes on', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${users('a b x y')}<endEvent id="t"><terminateEventDefinition/></endEvent>${flows('s -> f -> a -> j -> t; f -> b -> j; f -> x -> y')}`],
  ['two turns of a loop that meet at an inclusive join', `<startEvent id="s"/>${users('a b')}<inclusiveGateway id="j"/>${flows('s -> a -> j; a -> a; s -> b -> j')}`, 'option-to-complete', 'safeness'],
  ['two turns of a loop that meet at a parallel join', `<startEvent id="s"/>${users('a b')}<parallelGateway id="j"/>${flows('s -> a -> j; a -> a; s -> b -> j')}`, 'option-to-complete', 'safeness'],
  ['an inclusive join that one goes round, so that another passes it', `<startEvent id="s"/><parallelGateway id="f"/><exclusiveGateway id="g" default="g-e"/><inclusiveGateway id="j"/>${users('a b x y')}<endEvent id="e"/><endEvent id="t"><terminateEventDefinition/></endEvent>${flows('s -> f -> a -> g -> e; g -> j if a.on; f -> b -> j -> t; f -> x -> y')}`],
  ['a last end of all behind an event', `<startEvent id="s"/><parallelGateway id="f"/><eventBasedGateway id="g"/><exclusiveGateway id="m"/><intermediateCatchEvent id="c"><messageEventDefinition/></intermediateCatchEvent><intermediateCatchEvent id="d">${timer}</intermediateCatchEvent>${users('x y')}<endEvent id="t"><terminateEventDefinition/></endEvent>${flows('s -> f -> m -> g -> c -> m; g -> d -> t; f -> x -> y')}`],
  ['an activity that may be done no time at all, before an end of all', `<startEvent id="s"/><parallelGateway id="f"/>${users('a x y')}<userTask id="n"><multiInstanceLoopCharacteristics><loopCardinality>many</loopCardinality></multiInstanceLoopCharacteristics></userTask><endEvent id="t"><terminateEventDefinition/></endEvent>${flows('s -> f -> a -> n -> t; f -> x -> y')}`],
  ['a gap in one branch, beside a split that nothing joins', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="k"/><exclusiveGateway id="g"/><exclusiveGateway id="m"/>${users('a b c d')}<endEvent id="e"/><endEvent id="x"/>${flows('s -> f -> a -> g; g -> e if a.on > 1; g -> x if a.on < 1; f -> k -> b -> m -> d; k -> c -> m')}`, 'gateway-gap', 'safeness'],
];

/** Elements that act on others wherever they stand, and what must be found. */
const afar: readonly (readonly [what: string, elements: string, ...verdict: string[]])[] = [
  ['a signal that ends a scope before its other branch goes on', `<startEvent id="s"/><subProcess id="u">${fork('f')}${users('a b c')}<intermediateThrowEvent id="t">${signal}</intermediateThrowEvent>${flows('f -> a -> t -> c; f -> b')}</subProcess><boundaryEvent id="x" attachedToRef="u">${signal}</boundaryEvent>${users('y')}${flows('s -> u -> e; x -> y')}<endEvent id="e"/>`, 'dead-element c', 'dead-element e'],
  ['a signal that one throws before another waits for it', `<startEvent id="s"/>${fork('f')}${users('a b l')}<intermediateThrowEvent id="t">${signal}</intermediateThrowEvent><boundaryEvent id="x" attachedToRef="b">${signal}</boundaryEvent><exclusiveGateway id="g" default="g-d"/>${users('d')}<parallelGateway id="j"/>${flows('s -> f -> a -> t -> j; f -> b -> g -> d -> j; g -> l if b = 1; x -> l')}`, 'option-to-complete'],
  ['an escalation that ends the other branch', `<startEvent id="s"/><subProcess id="u">${fork('f')}${users('a b c')}<endEvent id="t">${escalation}</endEvent>${flows('f -> a -> t; f -> b -> c')}</subProcess><boundaryEvent id="x" attachedToRef="u">${escalation}</boundaryEvent><endEvent id="e"/>${users('y')}${flows('s -> u; x -> y -> e')}`],
  ['compensation of what was done, or not, when it is thrown', `<startEvent id="s"/>${fork('f')}${users('a b')}${undone('b')}<intermediateThrowEvent id="t">${compensation}</intermediateThrowEvent><exclusiveGateway id="m"/>${users('d')}${flows('s -> f -> a -> t -> m -> d; f -> b -> m')}`, 'safeness'],
  ['two that can be undone, in the order in which they were done', `<startEvent id="s"/>${fork('f j')}${users('a b d')}${undone('a')}${undone('b')}<intermediateThrowEvent id="t">${compensation}</intermediateThrowEvent>${flows('s -> f -> a -> j -> t -> d; f -> b -> j')}`],
  ['what follows when all is undone, beside work at the same time', `<startEvent id="s"/>${fork('f')}${users('a b')}${undone('a')}<intermediateThrowEvent id="t">${compensation}</intermediateThrowEvent><exclusiveGateway id="m"/>${users('d')}${flows('s -> f -> a -> t -> m -> d; f -> b -> m')}`, 'safeness'],
  ['a join that goes on with the first of three', `<startEvent id="s"/>${fork('f')}${users('a b c x y')}<complexGateway id="j"><activationCondition>activationCount >= 1</activationCondition></complexGateway><exclusiveGateway id="g" default="g-y"/>${flows('s -> f -> a -> j -> x -> g -> y; f -> b -> j; f -> c -> j; g -> j if x = 1')}`],
  ['a join that goes on with two of three and not with the first', `<startEvent id="s"/>${fork('f')}${users('a b c x')}<complexGateway id="j"><activationCondition>activationCount = 2 and not(list contains(arrived, "a-j"))</activationCondition></complexGateway>${flows('s -> f -> a -> j -> x; f -> b -> j; f -> c -> j')}`, 'option-to-complete'],
  ['a signal that is thrown as one of two is undone', `<startEvent id="s"/><transaction id="u">${users('a b')}${undone('b')}<boundaryEvent id="ac" attachedToRef="a">${compensation}</boundaryEvent><subProcess id="ak" isForCompensation="true"><intermediateThrowEvent id="as">${signal}</intermediateThrowEvent></subProcess><association id="aa" sourceRef="ac" targetRef="ak"/><intermediateThrowEvent id="o">${escalation}</intermediateThrowEvent><endEvent id="t"><cancelEventDefinition/></endEvent>${flows('a -> b -> o -> t')}</transaction><boundaryEvent id="m" attachedToRef="u" cancelActivity="false">${escalation}</boundaryEvent><boundaryEvent id="q" attachedToRef="u"><cancelEventDefinition/></boundaryEvent>${users('x y l z')}<boundaryEvent id="n" attachedToRef="x">${signal}</boundaryEvent>${flows('s -> u; m -> x -> y; n -> l; q -> z')}`],
  ['what is asked beside a scope, as an escalation says, before or after it is written there', `<startEvent id="s"/><subProcess id="u">${fork('f')}${users('o')}<userTask id="q" motcua:result="v"/><intermediateThrowEvent id="t">${escalation}</intermediateThrowEvent>${flows('f -> o -> t; f -> q')}</subProcess><boundaryEvent id="m" attachedToRef="u" cancelActivity="false">${escalation}</boundaryEvent><exclusiveGateway id="g" default="g-d"/><exclusiveGateway id="h" default="h-n"/><parallelGateway id="j"/>${users('d k n w z')}${flows('s -> u -> h -> n -> j -> z; h -> w if v = 1; m -> g -> d; g -> k if v = 1; k -> j')}`, 'option-to-complete'],
  ['two tokens that one step needs, of which one may not come', `<startEvent id="s"/>${fork('f')}${users('a b')}<exclusiveGateway id="g" default="g-e"/><userTask id="n" startQuantity="2"/><endEvent id="e"/>${flows('s -> f -> a -> g -> e; g -> n if a = 1; f -> b -> n')}`, 'option-to-complete'],
  ['an end that cancels, beside work in the transaction', `<startEvent id="s"/><transaction id="u">${fork('f')}${users('a b c')}<endEvent id="t"><cancelEventDefinition/></endEvent>${flows('f -> a -> t; f -> b -> c')}</transaction><boundaryEvent id="x" attachedToRef="u"><cancelEventDefinition/></boundaryEvent><endEvent id="e"/>${flows('s -> u; x -> e')}`],
  ['steps in any order, of which any may be the last', `<startEvent id="s"/><adHocSubProcess id="u">${users('a b c')}${flows('b -> c')}<completionCondition>b = 1</completionCondition></adHocSubProcess><endEvent id="e"/>${flows('s -> u -> e')}`, 'safeness'],
];

/** Branches side by side: whoever tried every order would never end. */
const wide = (branch: (index: number) => readonly [elements: string, ways: string]): string => {
  const branches = Array.from({ length: 12 }, (_, index) => branch(index));
  return `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><endEvent id="e"/>${branches.map(([elements]) => elements).join('')}${flows(`s -> f; j -> e; ${branches.map(([, ways]) => ways).join(';')}`)}`;
};

const quick: readonly (readonly [what: string, elements: string, states: number])[] = [
  ['work done again in each', wide((n) => [`${users(`a${n} b${n}`)}<exclusiveGateway id="g${n}" default="g${n}-j"/>`, `f -> a${n} -> b${n} -> g${n} -> j; g${n} -> a${n} if b${n}.again`]), 60],
  ['a split and its join done again in each', wide((n) => [`${users(`p${n} q${n} c${n}`)}<exclusiveGateway id="m${n}"/><parallelGateway id="k${n}"/><parallelGateway id="l${n}"/><exclusiveGateway id="g${n}" default="g${n}-j"/>`, `f -> m${n} -> k${n} -> p${n} -> l${n} -> c${n} -> g${n} -> j; k${n} -> q${n} -> l${n}; g${n} -> m${n} if c${n}.again`]), 100],
  ['a reminder beside each', wide((n) => [`${users(`a${n} l${n}`)}<boundaryEvent id="b${n}" attachedToRef="a${n}" cancelActivity="false">${timer}</boundaryEvent><endEvent id="e${n}"/>`, `f -> a${n} -> j; b${n} -> l${n} -> e${n}`]), 50],
  ['a limit on each', wide((n) => [`${users(`a${n} l${n}`)}<boundaryEvent id="b${n}" attachedToRef="a${n}">${timer}</boundaryEvent><exclusiveGateway id="m${n}"/>`, `f -> a${n} -> m${n} -> j; b${n} -> l${n} -> m${n}`]), 40],
  ['a choice in each on what was written there', wide((n) => [`${users(`a${n} x${n} y${n}`)}<exclusiveGateway id="g${n}" default="g${n}-y${n}"/><exclusiveGateway id="m${n}"/>`, `f -> a${n} -> g${n} -> y${n} -> m${n} -> j; g${n} -> x${n} if a${n}.on; x${n} -> m${n}`]), 40],
  ['several at once in each', wide((n) => [`${users(`a${n}`)}<userTask id="m${n}"><multiInstanceLoopCharacteristics><loopCardinality>many</loopCardinality></multiInstanceLoopCharacteristics></userTask>`, `f -> a${n} -> m${n} -> j`]), 60],
  ['several at once in each, of which some are enough', wide((n) => [`${users(`a${n}`)}<subProcess id="m${n}"><multiInstanceLoopCharacteristics><loopCardinality>many</loopCardinality><completionCondition>enough</completionCondition></multiInstanceLoopCharacteristics>${users(`p${n} q${n}`)}</subProcess>`, `f -> a${n} -> m${n} -> j`]), 200],
  ['a call of the same process in each', wide((n) => [`<callActivity id="c${n}" calledElement="q"/>`, `f -> c${n} -> j`]), 60],
];

/** One branch by which tokens act on others wherever they stand, and its ways from `f` to `j`. */
const acting: readonly (readonly [what: string, elements: string, ways: string, ...verdict: string[]])[] = [
  ['a signal that interrupts', `${users('x y')}<boundaryEvent id="b" attachedToRef="x">${signal}</boundaryEvent><exclusiveGateway id="m"/>`, 'f -> x -> m -> y -> j; b -> m'],
  ['a signal that is waited for', `${users('x y')}<intermediateCatchEvent id="c">${signal}</intermediateCatchEvent>`, 'f -> x -> c -> y -> j'],
  ['a signal that is thrown and one that is waited for', `${fork('h i')}${users('x y')}<intermediateThrowEvent id="t">${signal}</intermediateThrowEvent><intermediateCatchEvent id="c">${signal}</intermediateCatchEvent>`, 'f -> h -> x -> t -> i -> y -> j; h -> c -> i'],
  ['an escalation', `<subProcess id="u">${users('x')}<endEvent id="ue">${escalation}</endEvent>${flows('x -> ue')}</subProcess><boundaryEvent id="b" attachedToRef="u">${escalation}</boundaryEvent>${users('y')}`, 'f -> u; b -> y -> j'],
  ['a condition that begins to hold', `${users('x y')}<boundaryEvent id="b" attachedToRef="x"><conditionalEventDefinition><condition>on</condition></conditionalEventDefinition></boundaryEvent><exclusiveGateway id="m"/>`, 'f -> x -> m -> y -> j; b -> m'],
  ['compensation', `${users('x y')}${undone('x')}<intermediateThrowEvent id="t">${compensation}</intermediateThrowEvent>`, 'f -> x -> t -> y -> j'],
  ['a join with a condition', `${fork('h')}${users('x y')}<complexGateway id="c"><activationCondition>activationCount >= 1</activationCondition></complexGateway>`, 'f -> h -> x -> c -> j; h -> y -> c'],
  ['steps in any order', `<adHocSubProcess id="u">${users('ap aq')}<completionCondition>enough</completionCondition></adHocSubProcess>`, 'f -> u -> j'],
  ['a transaction that may be cancelled', `<transaction id="u">${users('x')}${undone('x')}<exclusiveGateway id="g" default="g-ue"/><endEvent id="ux"><cancelEventDefinition/></endEvent><endEvent id="ue"/>${flows('x -> g; g -> ux if v1; g -> ue')}</transaction><boundaryEvent id="b" attachedToRef="u"><cancelEventDefinition/></boundaryEvent>${users('y')}<exclusiveGateway id="m"/>`, 'f -> u -> m -> y -> j; b -> m'],
  ['more tokens than one', '<userTask id="x" completionQuantity="2"/><userTask id="y" startQuantity="2"/>', 'f -> x -> y -> j'],
  ['data that are waited for', '<dataObject id="o"/><dataObjectReference id="paper" dataObjectRef="o"/><userTask id="x"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation id="a"><sourceRef>paper</sourceRef><targetRef>i</targetRef></dataInputAssociation></userTask>', 'f -> x -> j'],
  ['an event that a turn throws', `<userTask id="x"><multiInstanceLoopCharacteristics behavior="None" noneBehaviorEventRef="D"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><boundaryEvent id="b" attachedToRef="x" cancelActivity="false">${signal}</boundaryEvent><endEvent id="be"/>`, 'f -> x -> j; b -> be', 'proper-completion'],
];

const called = `<process id="q" isExecutable="true"><startEvent id="qs"/>${users('qa qb')}<endEvent id="qe"/>${flows('qs -> qa -> qb -> qe')}</process>`;

/** Elements by which tokens do not act on each other from afar. */
const near = [
  'userTask', 'serviceTask', 'task', 'scriptTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'scope', 'catch message', 'catch timer',
  'end none', 'end error', 'end terminate', 'boundary timer', 'boundary error', 'handler message', 'inTurn', ...quietKinds,
];

/** The same tangle with three of its elements side by side from the beginning. */
const forked = ({ nodes, edges }: Tangle): Tangle => ({ nodes: ['parallelGateway', ...nodes], edges: [...[1, 2, 3].map((to) => ({ from: 0, to, condition: 0 })), ...edges] });

const inAnyTangle = (some: readonly string[]) => fc.asyncProperty(tangleOf(some), fc.boolean(), async (tangle, isForked) => {
  const reading = await readBpmn(drawTangle(isForked ? forked(tangle) : tangle));
  fc.pre('definition' in reading);
  agrees(reading.definition);
});

describe('A proof that looks at one order of independent steps', function () {
  this.timeout(600_000);

  for (const [what, elements, ...expected] of entangled) it(`finds what all orders show of ${what}`, async () => {
    const definition = await read(elements);
    assert.deepEqual(verdict(prove(definition, { full: true })), expected);
    assert.deepEqual(verdict(prove(definition)), expected);
  });

  for (const [what, elements, most] of quick) it(`looks at few of the states of twelve branches with ${what}`, async () => {
    const { findings, states } = prove(await read(elements));
    assert.deepEqual(findings, []);
    assert.ok(states <= most, `${states} states`);
  });

  for (const [what, elements, ...expected] of afar) it(`finds what all orders show of ${what}`, async () => {
    const definition = await read(elements);
    assert.deepEqual(verdict(prove(definition, { full: true })), expected);
    assert.deepEqual(verdict(prove(definition)), expected);
  });

  for (const [what, elements, ways, ...expected] of acting) it(`looks at few of the states of twenty branches beside ${what}`, async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `w${index}`);
    const proof = prove(await read(`<startEvent id="s"/>${fork('f j')}${users(ids.join(' '))}${elements}<endEvent id="e"/>${flows(`s -> f; j -> e; ${ids.map((id) => `f -> ${id} -> j`).join(';')}; ${ways}`)}`));
    assert.deepEqual(verdict(proof), expected);
    assert.ok(proof.states <= 60, `${proof.states} states`);
  });

  it('finds in structured processes what all orders show', () => fc.assert(fc.asyncProperty(anyBlock, async (block) => {
    const reading = await readBpmn(drawn(block));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), runs(120)));

  it('finds in any tangle of near elements what all orders show', () => fc.assert(inAnyTangle(near), runs(120)));

  it('finds in any tangle of all elements what all orders show', () => fc.assert(inAnyTangle([...wholeTangle.nodes, ...quietKinds]), runs(120)));
});
