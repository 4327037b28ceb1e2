import { sheetAmounts as amountsOf, unknownAmounts } from '../sheet-amounts.ts';
import { sheetStatements } from '../sheet-statements.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { error, warning, type Rule } from './rule.ts';

/** Money as prose writes it: “8.000 đồng”, “75.000 đ”, “8 nghìn đồng”; “8,000 dong” or “VND”. */
const money = /(\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s*(nghìn|ngàn|triệu))?\s*(?:đồng|đ|dong|VND)(?![\p{L}\d])/giu;
const times: Readonly<Record<string, number>> = { 'nghìn': 1000, 'ngàn': 1000, 'triệu': 1_000_000 };
const someDay = '2026-11-20T02:00:00.000Z';

/** A service sheet states no amount that a table of fees gives, but refers to it: a rate that changes would go on standing in prose. What no table gives has a source of its own. */
export const sheetAmounts: Rule = {
  name: 'sheet-amounts',
  *check(loaded, today) {
    const { procedure } = loaded;
    const at = today === undefined ? someDay : `${today}T02:00:00.000Z`;
    for (const [name, amount] of amountsOf(loaded, at)) {
      if (amount !== undefined) continue;
      yield error(`sheet.amounts.${name}`, {
        en: `expected the amount "${name}" of the service sheet to be a number that its table gives, but it gives none`,
        vi: `số tiền “${name}” của trang thủ tục không có trong bảng quyết định được nêu: hãy xem lại quyết định, dữ kiện và tên giá trị`,
      }, 'procedure.json');
    }
    const tables = amountsIn(loaded);
    for (const [place, { vi, en, source }] of sheetStatements(procedure.sheet)) {
      for (const name of new Set([...unknownAmounts(vi, procedure), ...unknownAmounts(en, procedure)])) {
        yield error(place, {
          en: `expected {${name}} to be one of the sheet's amounts, but there is none of that name`,
          vi: `trang thủ tục ghi {${name}}, mà không có số tiền nào tên như vậy`,
        }, 'procedure.json');
      }
      for (const [said, digits = '', word = ''] of [...vi.matchAll(money), ...en.matchAll(money)]) {
        const amount = Number(digits.replaceAll(/\D/g, '')) * (times[word.toLowerCase()] ?? 1);
        if (source !== undefined && !tables.has(amount)) continue;
        yield warning(place, {
          en: `expected the service sheet to take amounts from the table of fees, but it says "${said}": name it among the sheet's amounts, or say by which law it is so where no table gives it`,
          vi: `trang thủ tục ghi “${said}” bằng chữ: hãy lấy số tiền từ bảng phí, hoặc ghi nguồn của câu này nếu không bảng nào có`,
        }, 'procedure.json');
      }
    }
  },
};

/** Every amount that stands in the decisions of the package. */
const amountsIn = ({ decisions }: LoadedProcedure): ReadonlySet<number> =>
  new Set([...JSON.stringify([...decisions.values()]).matchAll(/(?<![\d.])(\d{4,})(?![\d.])/g)].map(([, digits]) => Number(digits)));
