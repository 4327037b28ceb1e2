import type { Definition } from '../definition.ts';
import { readStatechart } from '../statechart/read.ts';

/** A statechart as a definition; its problems fail the test. */
export const chart = (machine: object): Definition => {
  const reading = readStatechart(JSON.stringify(machine));
  if ('definition' in reading) return reading.definition;
  throw new Error(reading.problems.map(({ element, message }) => `${element}: ${message}`).join('\n'));
};
