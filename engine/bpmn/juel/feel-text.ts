import type { Syntax } from './parse.ts';
import { Untranslatable } from './token.ts';

/** FEEL text and how strongly its outermost operator binds: 0 for `if`, 8 for what never needs brackets. */
export interface Feel {
  readonly text: string;
  readonly strength: number;
}

const longest = 2_000;

export const feelOf = (text: string, strength = 8): Feel => {
  if (text.length > longest) throw new Untranslatable(`as FEEL it would have more than ${longest} characters`);
  return { text, strength };
};

/** In brackets when it binds less strongly than what stands around it. */
export const within = ({ text, strength }: Feel, least: number): string => (strength < least ? `(${text})` : text);

export const quoted = (text: string): string => JSON.stringify(text);

/** Words that FEEL keeps for itself (DMN 1.5, 10.3.1.2). */
const reserved = new Set('and or in of if then else for return every some satisfies between instance function external not null true false'.split(' '));
const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Objects of the other engine, which have nothing to stand for here. */
const strangers = new Set(['execution', 'task', 'externalTask', 'caseExecution', 'authenticatedUserId', 'connector', 'delegateTask']);

/** Counts of a multi-instance activity by their names in the standard (BPMN 2.0.2, table 10.30); Camunda 7 counts instances from 0. */
export const counts: Readonly<Record<string, Feel | undefined>> = {
  nrOfInstances: { text: 'numberOfInstances', strength: 8 },
  nrOfActiveInstances: { text: 'numberOfActiveInstances', strength: 8 },
  nrOfCompletedInstances: { text: 'numberOfCompletedInstances', strength: 8 },
  loopCounter: { text: 'loopCounter - 1', strength: 4 },
};

export const nameOf = (name: string): Feel => {
  const count = Object.hasOwn(counts, name) ? counts[name] : undefined;
  if (count) return count;
  if (strangers.has(name)) throw new Untranslatable(`"${name}" is an object of the other engine`);
  if (!plain.test(name) || reserved.has(name)) throw new Untranslatable(`"${name}" cannot be a name in FEEL`);
  return feelOf(name);
};

/** An entry of a context by its name. */
export const propertyOf = (of: Feel, name: string): Feel =>
  plain.test(name) && !reserved.has(name) ? feelOf(`${within(of, 8)}.${name}`) : feelOf(`get value(${of.text}, ${quoted(name)})`);

/** An entry of a list, counted from 0 here and from 1 in FEEL, or of a context. */
export const entryOf = (of: Feel, key: Syntax, print: (syntax: Syntax) => Feel): Feel => {
  if (key.kind === 'number') return feelOf(`${within(of, 8)}[${Number(key.text) + 1}]`);
  if (key.kind === 'literal' && typeof key.value === 'string') return propertyOf(of, key.value);
  const asked = print(key);
  return feelOf(`if ${within(asked, 8)} instance of number then ${within(of, 8)}[${within(asked, 4)} + 1] else get value(${of.text}, ${asked.text})`, 0);
};
