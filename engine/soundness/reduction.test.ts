import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { anyBlock } from '../testing/block.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { drawn } from '../testing/draw-block.ts';
import { runs } from '../testing/runs.ts';
import { agrees, verdict } from '../testing/same-verdict.ts';
import { drawTangle, quietKinds, tangleOf } from '../testing/tangle.ts';
import { prove } from './prove.ts';

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

const read = async (elements: string): Promise<Definition> => {
  const reading = await readBpmn(diagram(elements, elements.includes('callActivity') ? called : ''), { process: 'p' });
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

const called = `<process id="q" isExecutable="true"><startEvent id="qs"/>${users('qa qb')}<endEvent id="qe"/>${flows('qs -> qa -> qb -> qe')}</process>`;

/** Elements by which tokens do not act on each other from afar: where there are others, every order is looked at anyway. */
const near = [
  'userTask', 'serviceTask', 'task', 'scriptTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'scope', 'catch message', 'catch timer',
  'end none', 'end error', 'end terminate', 'boundary timer', 'boundary error', 'handler message', 'inTurn', ...quietKinds,
];

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

  it('finds in structured processes what all orders show', () => fc.assert(fc.asyncProperty(anyBlock, async (block) => {
    const reading = await readBpmn(drawn(block));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), runs(120)));

  it('finds in any tangle of elements what all orders show', () => fc.assert(fc.asyncProperty(tangleOf(near), async (tangle) => {
    const reading = await readBpmn(drawTangle(tangle));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), runs(120)));
});
