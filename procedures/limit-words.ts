import type { LocalText } from '../engine/definition.ts';

/** A time limit within a sentence, in both languages: `7 working days` → “7 ngày làm việc”. */
export const limitWords = (limit: string): LocalText => ({
  vi: limit.replace('same day', 'trong ngày').replace(/working days?/, 'ngày làm việc').replace(/working hours?/, 'giờ làm việc').replace(/working minutes?/, 'phút làm việc').replace(/\bdays?\b/, 'ngày').replace(/\bhours?\b/, 'giờ').replace(/\bminutes?\b/, 'phút').replace('.', ','),
  en: limit,
});

/** What a service sheet says, with `{limit}` filled in: of a step its own limit, elsewhere that of the procedure. */
export const withLimit = ({ vi, en }: LocalText, limit: string): LocalText => {
  const words = limitWords(limit);
  return { vi: vi.replaceAll('{limit}', words.vi), en: en.replaceAll('{limit}', words.en) };
};
