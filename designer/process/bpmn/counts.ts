import type { Named } from '../../conditions/named.ts';
import type { Count } from './fields.ts';

const group = { vi: 'Đếm được', en: 'What is counted' };
const labels: Readonly<Record<Count, Named['label']>> = {
  numberOfCompletedInstances: { vi: 'Số lần đã xong', en: 'How many are done' },
  numberOfActiveInstances: { vi: 'Số lần đang làm', en: 'How many are being done' },
  numberOfTerminatedInstances: { vi: 'Số lần bị dừng', en: 'How many were broken off' },
  numberOfInstances: { vi: 'Số lần cả thảy', en: 'How many there are in all' },
  loopCounter: { vi: 'Lần thứ mấy', en: 'Which turn it is' },
  activationCount: { vi: 'Số đường đã tới', en: 'How many ways have come' },
};

/** What the engine counts, as a condition can look at it (BPMN 2.0.2, tables 10.30 and 13.3). */
export const countedAs = (counts: readonly Count[]): readonly Named[] => counts.map((name) => ({ name, kind: 'number', label: labels[name], group }));
