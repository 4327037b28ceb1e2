import { outOfOrder } from '../sheet-of-process.ts';
import { warning, type Rule } from './rule.ts';

/** The service sheet tells the steps in the order in which the process takes them. */
export const sheetOrder: Rule = {
  name: 'sheet-order',
  *check({ procedure: { sheet }, definition }) {
    for (const [index, after] of outOfOrder(definition, sheet.steps)) {
      const [one, other] = [sheet.steps[index]!.name, sheet.steps[after]!.name];
      yield warning(`sheet.steps[${index}]`, {
        en: `expected the service sheet to tell the steps in the order of the process, but "${one.en}" stands before "${other.en}", which comes first: put them in order, or take the steps from the process`,
        vi: `trang thủ tục ghi “${one.vi}” trước “${other.vi}”, mà trong quy trình “${other.vi}” làm trước: hãy xếp lại, hoặc bấm “Lấy các bước từ quy trình”`,
      }, 'procedure.json');
    }
  },
};
