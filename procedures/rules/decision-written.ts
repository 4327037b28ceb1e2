import type { DecisionModel } from '../../engine/decision/model.ts';
import { error, type Rule } from './rule.ts';

/** What the designer writes where nothing is said yet. */
const unwritten = 'null';
const isUnwritten = (text: string): boolean => text.trim() === unwritten;

/** What is begun and not written: a formula without a text, a rule of a table none of whose answers is filled in. By name, and by number of the rule. */
function* begun({ decisions }: DecisionModel): Generator<readonly [element: string, name: string, rule?: number]> {
  for (const { id, name, logic } of decisions) {
    if (logic.kind === 'literal' && isUnwritten(logic.text)) yield [id, name];
    if (logic.kind === 'table') for (const [index, { id: rule, results }] of logic.rules.entries()) if (results.length > 0 && results.every(isUnwritten)) yield [rule, name, index + 1];
  }
}

/** Every formula is written, and every rule of a table answers something: else a dossier would be reckoned with nothing, and nobody told. */
export const decisionWritten: Rule = {
  name: 'decision-written',
  *check({ decisions }) {
    for (const [key, model] of decisions) {
      for (const [element, name, rule] of begun(model)) {
        const said = rule === undefined
          ? { en: `expected a formula for "${name}", but nothing is written yet`, vi: 'công thức chưa được viết, nên chưa tính ra gì: hãy viết công thức, hoặc xóa nó' }
          : { en: `expected an answer of rule ${rule} of "${name}", but none of its answers is filled in`, vi: `dòng ${rule} của bảng chưa trả lời gì: hãy điền câu trả lời, hoặc xóa dòng` };
        yield error(element, said, `decisions/${key}.dmn`);
      }
    }
  },
};
