import { writtenDay as written } from '../in-force.ts';
import { warning, type Rule } from './rule.ts';

/**
 * A procedure with papers of official forms is one of the national list, and has a number there for every day to come: a dossier
 * filed on a day without one is never told to the national portal (server/outside/outward.ts), and nothing else says so.
 */
export const nationalCode: Rule = {
  name: 'national-code',
  *check({ procedure: { codes, letters } }) {
    if (Object.values(letters).every(({ form }) => form === undefined)) return;
    const last = codes.reduce<(typeof codes)[number] | undefined>((latest, code) => (latest === undefined || (code.to ?? '9999') > (latest.to ?? '9999') ? code : latest), undefined);
    if (last === undefined) {
      yield warning('codes', { en: 'expected the number of the procedure in the national list, but there is none: the national portal hears of none of its dossiers', vi: 'thủ tục chưa có mã trong Cơ sở dữ liệu quốc gia về thủ tục hành chính: Cổng Dịch vụ công quốc gia không được báo về hồ sơ nào; hãy thêm mã ở trang Thông tin' }, 'procedure.json');
    } else if (last.to !== undefined) {
      yield warning('codes', { en: `expected a number of the national list after ${written(last.to)}, when ${last.code} ends, but there is none: the national portal does not hear of dossiers that are filed later`, vi: `mã ${last.code} chỉ dùng đến ${written(last.to)} và chưa có mã tiếp theo: hồ sơ nộp sau ngày đó không được báo lên Cổng Dịch vụ công quốc gia; hãy thêm mã mới ở trang Thông tin` }, 'procedure.json');
    }
  },
};
