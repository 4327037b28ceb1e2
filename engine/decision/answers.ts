import { prepare } from '../expression/prepare.ts';
import { startRun } from '../expression/run.ts';
import type { DecisionFinding } from './gaps.ts';
import type { DecisionTable } from './table.ts';

const run = () => startRun('1970-01-01T00:00:00Z', 0);

/** Answers written out in a rule that are none of the values that their column has, and tables that rank answers without saying how (DMN 1.5, 8.2.11). */
export function* checkAnswers({ id, hitPolicy, outputs, rules }: DecisionTable): Generator<DecisionFinding> {
  if ((hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') && outputs.every(({ values }) => values === undefined)) {
    yield { rule: 'decision-priority', severity: 'warning', element: id, message: `the hit policy ${hitPolicy} ranks answers by the output values, but the table lists none: answers stay in the order of the rules`, messageVi: `bảng xếp câu trả lời theo thứ tự ưu tiên (${hitPolicy}) nhưng chưa liệt kê các giá trị ra: câu trả lời giữ thứ tự các dòng` };
  }
  for (const [index, { id: rule, results }] of rules.entries()) {
    for (const [column, { name, values }] of outputs.entries()) {
      const result = results[column]!;
      if (values === undefined || !isPlain.test(result) || prepare(values, 'tests', {})({ run: run(), names: { '?': prepare(result, 'expression', {})({ run: run(), names: {} }) } }) === true) continue;
      yield { rule: 'decision-answer', severity: 'warning', element: rule, message: `the rule ${rule} answers ${result}, which is none of the values of "${name}": ${values}`, messageVi: `dòng ${index + 1} trả lời ${result}, không thuộc các giá trị của “${name}”: ${values}` };
    }
  }
}

/** A text, a number, yes or no: what needs no data. */
const isPlain = /^(?:"[^"\\]*"|-?\d+(?:\.\d+)?|true|false)$/;
