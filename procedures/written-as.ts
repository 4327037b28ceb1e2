import type { Written } from '../forms/shape-words.ts';

const key = { vi: 'chữ thường không dấu, số và gạch nối, ví dụ “household-business”', en: 'small letters, digits and hyphens, such as “household-business”' };

/** How the texts of `procedure.json` and of letters are written, for whoever wrote one otherwise; by the pattern that it has to match. */
export const writtenAs: Written = {
  '^[a-z][a-z0-9-]{0,60}$': key,
  '^\\d\\.\\d{6}$': { vi: 'mã thủ tục quốc gia, ví dụ “1.004222”', en: 'a number of the national list, such as “1.004222”' },
  '^\\d{4}-\\d{2}-\\d{2}$': { vi: 'ngày năm-tháng-ngày, ví dụ “2026-07-01”', en: 'a day, such as “2026-07-01”' },
  '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$': { vi: 'mã của một câu hỏi, ví dụ “site.address”', en: 'the id of a question, such as “site.address”' },
  '^[A-Za-z_][A-Za-z0-9_.-]{0,100}$': { vi: 'mã của một bước trên sơ đồ, ví dụ “Task_1”', en: 'the id of a step of the drawing, such as “Task_1”' },
  '^[A-Z0-9]+(\\.[A-Z0-9]+)*$': { vi: 'chữ hoa và số, ngăn bằng dấu chấm, ví dụ “H29.990”', en: 'capitals and digits, parted by points, such as “H29.990”' },
  '^[A-Z][0-9]{1,2}$': { vi: 'một chữ hoa rồi một hoặc hai chữ số, ví dụ “A1”', en: 'a capital and one or two digits, such as “A1”' },
  '^(same day|\\d+(\\.\\d+)? (working )?(day|hour|minute|month|year)s?)$': { vi: 'một thời hạn, ví dụ “7 working days”, “120 minutes”, “same day”', en: 'a time limit, such as “7 working days”, “120 minutes”, “same day”' },
  '^[a-z][a-z0-9-]*#[A-Za-z_][A-Za-z0-9_-]*$': { vi: 'tệp#bảng quyết định, ví dụ “fee#fee”', en: 'file#decision, such as “fee#fee”' },
  '^[a-z][a-z0-9.-]{0,99}$': { vi: 'chữ thường không dấu, số, dấu chấm và gạch nối, ví dụ “tax.amount”', en: 'small letters, digits, points and hyphens, such as “tax.amount”' },
  '^[a-z][A-Za-z0-9]{0,60}$': { vi: 'một tên viết liền bắt đầu bằng chữ thường, ví dụ “onlineLevy”', en: 'one word that begins with a small letter, such as “onlineLevy”' },
  '^[A-Za-z][A-Za-z0-9.]{0,80}$': { vi: 'tên cột trả lời của bảng, ví dụ “amount”', en: 'what a table answers, such as “amount”' },
  '^(/.+|[A-Za-z0-9][A-Za-z0-9._/-]*)$': { vi: 'đường dẫn tới một tệp hoặc một chỗ trong procedure.json, ví dụ “forms/application.json”, “/agency”', en: 'a path to a file or to a place in procedure.json, such as “forms/application.json”, “/agency”' },
};
