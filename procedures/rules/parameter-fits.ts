import { isOfKind, unitRules, unitWords } from '../parameters.ts';
import { error, type Rule } from './rule.ts';

const taken: ReadonlySet<string> = new Set([...unitWords, ...Object.keys(unitRules)]);

/** Parameters have a name each, that is not one of what every unit says of itself, and a usual value of their kind. */
export const parameterFits: Rule = {
  name: 'parameter-fits',
  *check({ procedure: { parameters = [] } }) {
    for (const [index, { name, label, kind, usual }] of parameters.entries()) {
      if (taken.has(name) || parameters.slice(0, index).some((one) => one.name === name)) yield error('parameters', { en: `expected parameters with a name of their own, but "${name}" is taken`, vi: `thông số “${label.vi}” có mã “${name}” đã dùng: hãy đặt mã khác` }, 'procedure.json');
      if (!isOfKind(kind, usual)) yield error('parameters', { en: `expected the usual value of "${label.en}" to be of the kind ${kind}, but it is not`, vi: `giá trị thường dùng của thông số “${label.vi}” không đúng loại` }, 'procedure.json');
    }
  },
};
