import { writtenIn } from '../letters/check.ts';
import { warning, type Rule } from './rule.ts';

/** An ellipsis that stands for words of its own: "Căn cứ …;", "Điều 1. …". One that ends a word goes on, as in "ăn uống, karaoke…". */
const gap = /(?:^|\s)(?:…|\.{3,})/;
/** What the templates of new procedures say where only the author knows better (designer/templates). */
const unwritten = /\(cần điền\)/;
const unnamed: ReadonlySet<string> = new Set(['Lĩnh vực']);
const unsourced = /^Mẫu để bắt đầu/;

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** No text that a template only held the place with is left: a citizen would get a letter that cites no law. */
export const filledIn: Rule = {
  name: 'filled-in',
  *check({ procedure, letters }) {
    for (const { id, title } of procedure.legalBasis) {
      if (unwritten.test(title.vi)) yield warning(id, { en: `expected the law behind the procedure, but "${title.en}" is still the template's: write its number and name`, vi: `căn cứ pháp lý vẫn là lời của mẫu (“${title.vi}”): hãy ghi số và tên văn bản thật` }, 'procedure.json');
    }
    if (unnamed.has(procedure.sector.vi)) yield warning('sector', { en: `expected the sector of the procedure, but "${procedure.sector.en}" is still the template's`, vi: `lĩnh vực vẫn là lời của mẫu (“${procedure.sector.vi}”): hãy ghi lĩnh vực thật, ví dụ “Văn hóa”, để người dân tìm thấy` }, 'procedure.json');
    const sources = [...textsIn(procedure)].filter((text) => unsourced.test(text)).length;
    if (sources > 0) yield warning('source', { en: `expected every statement to say its source, but ${sources} still say "Mẫu để bắt đầu …", as the template does`, vi: `còn ${sources} chỗ ghi nguồn là “Mẫu để bắt đầu…” của mẫu: hãy ghi nguồn thật, ví dụ số văn bản và điều khoản` }, 'procedure.json');
    for (const [key, template] of letters) {
      for (const { place, text } of writtenIn(template)) {
        if (gap.test(text)) yield warning(place, { en: `expected the words of the letter "${template.name.en}", but "${text}" still has an empty place of the template`, vi: `văn bản “${template.name.vi}” còn chỗ trống của mẫu: “${text}”. Hãy ghi lời thật, ví dụ tên luật, hoặc xóa dòng này.` }, `letters/${key}.json`);
      }
    }
  },
};
