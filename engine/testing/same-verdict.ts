import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition } from '../definition.ts';
import { prove, type Proof } from '../soundness/prove.ts';

/** What must not depend on what a proof spares itself: the order in which independent steps are looked at, answers that nobody asks for any more. */
export const verdict = ({ findings }: Proof, dead = true): readonly string[] =>
  [...new Set(findings.filter(({ rule }) => dead || rule !== 'dead-element').map(({ rule, element }) => (rule === 'dead-element' ? `${rule} ${element}` : rule)))].toSorted();

const decided = ({ findings }: Proof): boolean => !findings.some(({ rule }) => rule === 'not-decided');

/** Whoever looks at everything finds the same. */
export const agrees = (definition: Definition): void => {
  const whole = prove(definition, { full: true, states: 3_000 });
  fc.pre(decided(whole));
  // Beside a token that is held at a gap, nothing is called dead: whoever tries all orders meets more such places, and says less.
  assert.deepEqual(verdict(prove(definition, { states: 3_000 }), whole.tellsDead), verdict(whole));
};
