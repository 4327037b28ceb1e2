import { BpmnModdle } from 'bpmn-moddle';
import { readBpmn } from '../engine/bpmn/read.ts';
import { median, medianRatio, sideBySide, type Pace } from './measure.ts';
import { table } from './table.ts';
import { userSequence } from './workloads.ts';

/** Reading a diagram, checks and all, beside what reading its XML alone takes. */
export const parsing = async (pace: Pace): Promise<string> => {
  const rows: string[][] = [];
  for (const size of [10, 100, 1000]) {
    const xml = userSequence(size);
    const { motcua, moddle } = await sideBySide({
      motcua: async () => { await readBpmn(xml); return 1; },
      moddle: async () => { await new BpmnModdle().fromXML(xml); return 1; },
    }, pace);
    rows.push([`${size} tasks`, `${(1000 / median(motcua)).toFixed(2)} ms`, `${(1000 / median(moddle)).toFixed(2)} ms`, `${medianRatio(moddle, motcua).toFixed(2)} ×`]);
  }
  return table('Reading a diagram', ['', 'motcua', 'its XML alone', 'ratio'], rows);
};
