import { warning, type Rule } from './rule.ts';

/** Every letter says what it is to whoever applied, and one of them is what they came for: nothing is a result by its name. */
export const letterPurpose: Rule = {
  name: 'letter-purpose',
  *check({ procedure: { letters } }) {
    const listed = Object.entries(letters);
    for (const [key, { name, purpose }] of listed) {
      if (purpose === undefined) yield warning(`letters.${key}`, { en: `expected the letter "${name.en}" to say whether it is a result, a paper along the way or an internal one, but it does not: it counts as one along the way`, vi: `văn bản “${name.vi}” chưa nói là kết quả, giấy tờ dọc đường hay văn bản nội bộ: đang coi là giấy tờ dọc đường, hãy chọn ở trang Văn bản` }, 'procedure.json');
    }
    if (listed.length > 0 && listed.every(([, { purpose }]) => purpose !== undefined && purpose !== 'result')) yield warning('letters', { en: 'expected one of the letters to be the result that people apply for, but none is', vi: 'chưa văn bản nào là kết quả mà người nộp chờ nhận: hãy chọn ở trang Văn bản' }, 'procedure.json');
  },
};
