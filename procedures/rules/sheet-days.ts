import type { LoadedProcedure } from '../loaded.ts';
import { sheetStatements } from '../sheet-statements.ts';
import { warning, type Rule } from './rule.ts';

/** Days and minutes as prose counts them, a time of day (“sau 15 giờ”) left out. */
const counted = /(?<!\d[.,/]?)(\d+) (ngày làm việc|ngày|phút)/g;
const units: Readonly<Record<string, string>> = { 'ngày làm việc': 'working day', 'ngày': 'day', 'phút': 'minute' };

/** A service sheet counts no days that the procedure's data do not have: prose that repeats a number goes on saying it when the rule has changed. A statement with a source of its own stands on that. */
export const sheetDays: Rule = {
  name: 'sheet-days',
  *check(loaded) {
    const known = durationsIn(loaded);
    for (const [place, { vi, source }] of sheetStatements(loaded.procedure.sheet)) {
      if (source !== undefined) continue;
      for (const [said = '', amount = '', unit = ''] of vi.matchAll(counted)) {
        if (known.has(`${amount} ${units[unit]!}`)) continue;
        yield warning(place, {
          en: `expected the service sheet to count days as the procedure's limits do, but it says "${said}", which none of them is: write {limit}, or say by which law it is so`,
          vi: `trang thủ tục ghi “${said}”, mà không thời hạn nào của thủ tục là như vậy: hãy viết {limit} để máy điền thời hạn, hoặc ghi nguồn của câu này`,
        }, 'procedure.json');
      }
    }
  },
};

/** Every length of time that the process, its tables and its sheet give: `7 working day`. */
function durationsIn({ procedure, definition, decisions }: LoadedProcedure): ReadonlySet<string> {
  const { timeLimit, sheet, letters } = procedure;
  const text = JSON.stringify([definition, [...decisions.values()], timeLimit, sheet.steps]);
  return new Set([
    ...[...text.matchAll(/(\d+) ((?:working )?(?:day|minute))s?\b/g)].map(([, amount, unit]) => `${amount} ${unit}`),
    ...[...text.matchAll(/P(\d+)D\b/g)].map(([, days]) => `${days} day`), ...[...text.matchAll(/PT(\d+)M\b/g)].map(([, minutes]) => `${minutes} minute`),
    ...Object.values(letters).flatMap(({ posted }) => (posted ? [`${posted.days} day`] : [])),
  ]);
}
