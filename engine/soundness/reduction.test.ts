import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { anyBlock } from '../testing/block.ts';
import { drawn } from '../testing/draw-block.ts';
import { runs } from '../testing/runs.ts';
import { drawTangle, tangleOf } from '../testing/tangle.ts';
import { prove, type Proof } from './prove.ts';

/** What must not depend on the order in which independent steps were looked at. */
const verdict = ({ findings }: Proof): readonly string[] =>
  [...new Set(findings.map(({ rule, element }) => (rule === 'dead-element' ? `${rule} ${element}` : rule)))].toSorted();

const decided = ({ findings }: Proof): boolean => !findings.some(({ rule }) => rule === 'not-decided');

const agrees = (definition: Definition): void => {
  const whole = prove(definition, { full: true, states: 3_000 });
  fc.pre(decided(whole));
  assert.deepEqual(verdict(prove(definition, { states: 3_000 })), verdict(whole));
};

/** Elements by which tokens do not act on each other from afar: where there are others, every order is looked at anyway. */
const near = [
  'userTask', 'serviceTask', 'task', 'scriptTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'scope', 'catch message', 'catch timer',
  'end none', 'end error', 'end terminate', 'boundary timer', 'boundary error', 'handler message', 'inTurn',
];

describe('A proof that looks at one order of independent steps', function () {
  this.timeout(600_000);

  it('finds in structured processes what all orders show', () => fc.assert(fc.asyncProperty(anyBlock, async (block) => {
    const reading = await readBpmn(drawn(block));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), { seed: 1, ...runs(120) }));

  it('finds in any tangle of elements what all orders show', () => fc.assert(fc.asyncProperty(tangleOf(near), async (tangle) => {
    const reading = await readBpmn(drawTangle(tangle));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), { seed: 1, ...runs(120) }));
});
