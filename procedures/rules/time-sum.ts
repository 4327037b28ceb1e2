import { workingMinutes } from '../../engine/calendar/working-minutes.ts';
import { timeLimitsOf } from '../time-limits.ts';
import { called, error, warning, nodesOf, type Rule } from './rule.ts';

/** Limits can be read, what citizens are told is what dossiers are given, and the clock begins and ends; whether all fits into the time by law is proven (engine/soundness/overtime.ts). */
export const timeSum: Rule = {
  name: 'time-sum',
  *check(loaded, today = '') {
    const nodes = nodesOf(loaded);
    for (const node of nodes) {
      const { id, step: { timeLimit } } = node;
      if (timeLimit !== undefined && workingMinutes(timeLimit) === undefined) yield error(id, { en: `expected the time limit of ${called(loaded.definition, node)} to be like "3 working days", but it is "${timeLimit}"`, vi: `thời hạn của ${called(loaded.definition, node, 'vi')} là “${timeLimit}”, máy không đọc được: hãy nhập số ngày hoặc giờ làm việc` });
    }
    const given = [...new Set(timeLimitsOf(loaded, new Map()).map(({ limit }) => limit))];
    for (const { limit: promised, to = today } of loaded.procedure.timeLimit) if (to >= today && given.length > 0 && !given.includes(promised)) yield warning('timeLimit', { en: `expected the service sheet to promise a time that the table of time limits gives (${given.join(', ')}), but it says "${promised}"`, vi: `trang thủ tục hứa “${promised}”, nhưng bảng thời hạn chỉ cho: ${given.join(', ')}; hãy sửa cho khớp` }, 'procedure.json');
    const start = nodes.find(({ step }) => step.clock === 'start');
    if (!start) yield warning(loaded.definition.id, { en: 'expected a step that starts the clock, but there is none', vi: 'chưa bước nào bắt đầu tính thời hạn: hãy chọn “Bắt đầu tính giờ” ở bước tiếp nhận hồ sơ' });
    else if (!nodes.some(({ step }) => step.clock === 'end')) yield error(start.id, { en: `expected the clock that starts at ${called(loaded.definition, start)} to end at some step, but none ends it`, vi: `thời hạn bắt đầu tính ở ${called(loaded.definition, start, 'vi')}, nhưng không bước nào kết thúc` });
  },
};
