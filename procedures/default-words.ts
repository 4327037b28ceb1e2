import type { LocalText } from '../forms/text.ts';

/** What the designer calls a new thing until somebody calls it better; a procedure that still says so is not finished (rules/still-unnamed.ts). */
export const defaultWords = {
  step: { vi: 'Bước mới', en: 'New step' },
  page: { vi: 'Trang mới', en: 'New page' },
  section: { vi: 'Phần mới', en: 'New section' },
  option: { vi: 'Lựa chọn mới', en: 'New choice' },
  text: { vi: 'Câu trả lời ngắn', en: 'Short answer' },
  yesNo: { vi: 'Có hay không', en: 'Yes or no' },
  choice: { vi: 'Chọn một', en: 'Choose one' },
  choices: { vi: 'Chọn nhiều', en: 'Choose several' },
  computed: { vi: 'Kết quả tính', en: 'Computed result' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** The options that a new choice begins with. */
export const numberedOption = (number: number): LocalText => ({ vi: `Lựa chọn ${number}`, en: `Choice ${number}` });

const all = Object.values(defaultWords);
const unnamed = { vi: new Set<string>(all.map(({ vi }) => vi)), en: new Set<string>(all.map(({ en }) => en)) };
const numbered = { vi: /^Lựa chọn \d{1,2}$/, en: /^Choice \d{1,2}$/ };

/** Whether a text still says what the designer put there. */
export const isDefault = (text: string, language: 'vi' | 'en'): boolean => unnamed[language].has(text.trim()) || numbered[language].test(text.trim());
