import { selfStarts, startTimerText } from '../../engine/self-started.ts';
import { stepsOfApplicant } from '../steps-of-applicant.ts';
import { called, error, type Rule } from './rule.ts';

/** Any instant: what FEEL computes with the time must be text at all of them. */
const sample = '2026-01-01T00:00:00.000Z';

/**
 * A dossier that time begins is the office's own: `office` in procedure.json says whose, and nobody applied. A condition that begins an
 * instance "MUST NOT refer to the data context" but to the state of the environment, and how such states are read is "out of scope of
 * this specification" (BPMN 2.0.2, 10.5.2): here is none to read.
 */
export const startByItself: Rule = {
  name: 'start-by-itself',
  *check({ definition, procedure }) {
    for (const start of selfStarts(definition)) {
      const node = definition.nodes[start.node]!;
      if (start.kind === 'conditional') {
        yield error(node.id, { en: `expected ${called(definition, node)} to begin by an application, a message, a signal or a timer, but it begins by a condition, and before there is a dossier there are no data to ask`, vi: `${called(definition, node, 'vi')} bắt đầu theo điều kiện, nhưng trước khi có hồ sơ thì không có dữ liệu để hỏi: hãy bắt đầu bằng đơn, thông điệp, tín hiệu hay đồng hồ` });
        continue;
      }
      if (procedure.office === undefined) yield error(node.id, { en: `expected procedure.json to say in "office" whose dossiers ${called(definition, node)} begins, but it does not, and nobody applies for them`, vi: `hồ sơ tự bắt đầu ở ${called(definition, node, 'vi')}, không ai nộp đơn, mà thủ tục chưa nói là của đơn vị nào` });
      try {
        startTimerText(start, sample);
      } catch (fault) {
        yield error(node.id, { en: (fault as Error).message, vi: `đồng hồ của ${called(definition, node, 'vi')} không cho một thời điểm đọc được` });
      }
      for (const step of stepsOfApplicant(definition, node.id)) yield error(step, { en: `expected ${called(definition, node)} to lead to the office's steps alone, but ${called(definition, definition.nodes[step]!)} is the applicant's, and a dossier that begins by itself has none`, vi: `${called(definition, definition.nodes[step]!, 'vi')} là việc của người nộp, nhưng hồ sơ bắt đầu ở ${called(definition, node, 'vi')} không có người nộp` });
    }
  },
};
