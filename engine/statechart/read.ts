import type { Problem } from '../bpmn/problem.ts';
import { Problems } from '../bpmn/problem.ts';
import type { Definition } from '../definition.ts';
import { freeze } from '../freeze.ts';
import { parseUnrounded } from '../expression/exact-json.ts';
import { jsonFault, nameTwice } from '../json-fault.ts';
import { checkExpressions } from './expressions.ts';
import { checkHistory } from './history.ts';
import type { Machine } from './machine.ts';
import { makeLogic } from './machine-logic.ts';
import { outline } from './outline.ts';
import { checkShape } from './shape.ts';
import { checkStates } from './states.ts';
import { checkTargets } from './targets.ts';

export type ChartReading = { readonly definition: Definition; readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] };

/**
 * Compiles an XState v5 machine, written as JSON, into a frozen definition. Everything in it either is executed as XState
 * executes it or is refused with rule, state and reason; never throws.
 */
export const readStatechart = (text: string): ChartReading => {
  const problems = new Problems();
  const value = parsed(text, problems);
  if (value !== undefined && checkShape(value, problems)) {
    const machine = freeze(value as Machine);
    checkStates(machine, problems);
    if (!problems.fatal) checkExpressions(machine, problems);
    const definition = problems.fatal ? undefined : outlined(machine, problems);
    if (definition && !problems.fatal) return { definition: freeze(definition), warnings: problems.found };
  }
  return { problems: problems.found };
};

const longest = 2_000_000;

const parsed = (text: string, problems: Problems): unknown => {
  if (text.length > longest) {
    problems.error('too-large', undefined, `expected at most ${longest} characters, but there are ${text.length}`);
    return undefined;
  }
  try {
    const value: unknown = parseUnrounded(text);
    const twice = nameTwice(text);
    if (twice !== undefined) {
      problems.error('malformed', undefined, `expected every name once in its object, but ${twice}`);
      return undefined;
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    problems.error('malformed', undefined, `expected a machine as a JSON object, but it is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}`);
    return undefined;
  } catch (error) {
    problems.error('malformed', undefined, `expected a machine as JSON, but ${jsonFault(text) ?? (error as Error).message}`);
    return undefined;
  }
};

/** XState itself finds where transitions lead. */
const outlined = (machine: Machine, problems: Problems): Definition | undefined => {
  try {
    const compiled = makeLogic(machine).machine;
    checkHistory(machine, compiled, problems);
    checkTargets(machine, compiled, problems);
    return outline(machine, compiled);
  } catch (error) {
    const { message } = error as Error;
    problems.error('target', /state node '([^']*)'/.exec(message)?.[1], `expected every target to be a state of the machine, but XState says: ${message.replaceAll(/\s+/g, ' ')}`);
    return undefined;
  }
};
