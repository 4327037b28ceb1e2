import { minutesOfADay, workingMinutes } from '../calendar/working-minutes.ts';
import type { Exploration } from './explore.ts';
import { longestWay } from './longest.ts';
import type { Model } from './model.ts';
import type { ProofFinding } from './prove.ts';

const inDays = (minutes: number): number => Math.round((minutes / minutesOfADay) * 100) / 100;

/** Whether the longest way fits into the time that the law allows. */
export const overtime = (model: Model, exploration: Exploration, limit: string): readonly ProofFinding[] => {
  const allowed = workingMinutes(limit);
  const nodes = Object.values(model.processes[0]!.definition.nodes);
  const start = nodes.find(({ step }) => step.clock === 'start');
  if (allowed === undefined || !start) return [];
  const longest = longestWay(model, exploration);
  if (!longest) return [{ rule: 'not-decided', severity: 'warning', element: start.id, message: 'expected to find the longest way in working time, but there are too many to compare', messageVi: 'có quá nhiều đường đi nên chưa tìm được đường dài nhất theo giờ làm việc' }];
  if (longest.minutes <= allowed) return [];
  return [{
    rule: 'time-sum', severity: 'error', element: start.id, counterexample: longest.story,
    message: `expected the steps to take at most ${limit}, but the longest way takes ${inDays(longest.minutes)} working days, though every step keeps its limit and none is done twice`,
    messageVi: `thời hạn theo luật là ${inDays(allowed)} ngày làm việc, nhưng đường dài nhất mất ${inDays(longest.minutes)} ngày làm việc, dù bước nào cũng đúng hạn và không bước nào làm lại`,
  }];
};
