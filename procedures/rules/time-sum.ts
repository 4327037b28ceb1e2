import { workingMinutes } from '../../engine/calendar/working-minutes.ts';
import { error, warning, nodesOf, type Rule } from './rule.ts';

/** Limits can be read, and the clock begins and ends; whether all fits into the time by law is proven (engine/soundness/overtime.ts). */
export const timeSum: Rule = {
  name: 'time-sum',
  *check(loaded) {
    const nodes = nodesOf(loaded);
    for (const { id, step: { timeLimit } } of nodes) {
      if (timeLimit !== undefined && workingMinutes(timeLimit) === undefined) yield error(id, `expected the time limit of ${id} to be like "3 working days", but it is "${timeLimit}"`);
    }
    const start = nodes.find(({ step }) => step.clock === 'start');
    if (!start) yield warning(loaded.definition.id, 'expected a step that starts the clock, but there is none');
    else if (!nodes.some(({ step }) => step.clock === 'end')) yield error(start.id, `expected the clock that starts at ${start.id} to end at some step, but none ends it`);
  },
};
