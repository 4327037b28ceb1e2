import type { Decision, DecisionModel } from '../../engine/decision/model.ts';
import { variables } from '../../engine/expression/feel.ts';
import { error, type Rule } from './rule.ts';

/** Names of this kind are read as one name wherever they stand; with others, `net-price`, nothing can be said. */
const isPlain = (name: string): boolean => /^[\p{L}\p{N}_ ]+$/u.test(name);

/** What the answers of a file's tables may name: what the file asks for, its decisions, and what it calls. */
const namesIn = ({ inputs, decisions, knowledge, services, imports }: DecisionModel): ReadonlySet<string> =>
  new Set([...inputs, ...knowledge, ...services, ...imports].map(({ name }) => name).concat(decisions.map(({ variable }) => variable)));

const unknownIn = (decision: Decision, known: ReadonlySet<string>): readonly { readonly rule: string; readonly row: number; readonly name: string }[] =>
  (decision.logic.kind !== 'table' ? [] : decision.logic.rules.flatMap(({ id, results }, index) => {
    const name = results.flatMap((cell) => variables(cell)).map((path) => path.split('.')[0]!).find((one) => !known.has(one));
    return name === undefined ? [] : [{ rule: id, row: index + 1, name }];
  }));

/** What a cell reckons with is asked by its table: what nobody hands over is nothing, and so would be the fee. */
export const cellKnown: Rule = {
  name: 'cell-known',
  *check({ decisions }) {
    for (const [file, model] of decisions) {
      const known = namesIn(model);
      if (![...known].every(isPlain)) continue;
      for (const decision of model.decisions) {
        for (const { rule, row, name } of unknownIn(decision, known)) {
          yield error(rule, {
            en: `expected row ${row} to reckon with what its table asks, but it names "${name}": add a column for that question, or name one of those that are there`,
            vi: `dòng ${row} tính theo “${name}”, mà bảng không hỏi điều ấy: hãy thêm cột tính theo câu trả lời đó, hoặc ghi tên một cột đang có`,
          }, `decisions/${file}.dmn`);
        }
      }
    }
  },
};
