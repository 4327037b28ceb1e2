import { Problems } from '../../engine/bpmn/problem.ts';
import type { Machine } from '../../engine/statechart/machine.ts';
import { checkShape } from '../../engine/statechart/shape.ts';
import { printJson } from '../forms/print-json.ts';

/** A statechart's text as a machine that can be edited, whatever else the check finds in it; nothing when it has not the shape of one. */
export function readChart(text: string): Machine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return checkShape(value, new Problems()) ? (value as Machine) : undefined;
  } catch {
    return undefined;
  }
}

export const writeChart = (machine: Machine): string => printJson(machine);
