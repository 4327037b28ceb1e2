import { writtenIn } from '../letters/check.ts';
import { onlyStep, toTheAuthor, unnamed, unsourced, unwritten } from '../template-words.ts';
import { warning, type Rule } from './rule.ts';

/** An ellipsis that stands for words of its own: "Căn cứ …;", "Điều 1. …". One that ends a word goes on, as in "ăn uống, karaoke…". */
const gap = /(?:^|\s)(?:…|\.{3,})/;
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** No text that a template only held the place with is left: a citizen would get a letter that cites no law. */
export const filledIn: Rule = {
  name: 'filled-in',
  *check({ procedure, definition, forms, letters }) {
    const { letters: listed, ...told } = procedure;
    for (const { id, title } of procedure.legalBasis) {
      if (unwritten.test(title.vi)) yield warning(id, { en: `expected the law behind the procedure, but "${title.en}" is still the template's: write its number and name`, vi: `căn cứ pháp lý vẫn là lời của mẫu (“${title.vi}”): hãy ghi số và tên văn bản thật` }, 'procedure.json');
    }
    if (unnamed.has(procedure.sector.vi)) yield warning('sector', { en: `expected the sector of the procedure, but "${procedure.sector.en}" is still the template's`, vi: `lĩnh vực vẫn là lời của mẫu (“${procedure.sector.vi}”): hãy ghi lĩnh vực thật, ví dụ “Văn hóa”, để người dân tìm thấy` }, 'procedure.json');
    if (toTheAuthor.test(procedure.summary.vi)) yield warning('summary', { en: `expected one sentence that tells citizens what the procedure is for, but "${procedure.summary.en}" is still the template's`, vi: `câu nói thủ tục để làm gì vẫn là lời của mẫu (“${procedure.summary.vi}”): hãy viết một câu cho người dân` }, 'procedure.json');
    const official = Object.values(definition.nodes).filter(({ kind, step }) => kind === 'userTask' && step.role !== 'applicant').length;
    if (official > 1 && procedure.sheet.steps.some(({ text }) => text.vi === onlyStep)) yield warning('sheet.steps', { en: `expected the service sheet to tell the steps of the process, but it still tells the only one of the template: take the steps from the process`, vi: `trang thủ tục vẫn kể một bước duy nhất của mẫu, mà quy trình đã có ${official} bước của cán bộ: ở mục “Hồ sơ đi qua các bước”, bấm “Lấy các bước từ quy trình”` }, 'procedure.json');
    const sources = [...textsIn(told)].filter((text) => unsourced.test(text)).length;
    if (sources > 0) yield warning('source', { en: `expected every statement to say its source, but ${sources} still say "Mẫu để bắt đầu …", as the template does`, vi: `còn ${sources} chỗ ghi nguồn là “Mẫu để bắt đầu…” của mẫu: hãy ghi nguồn thật, ví dụ số văn bản và điều khoản` }, 'procedure.json');
    for (const [key, { name, source }] of Object.entries(listed)) {
      if (unsourced.test(source)) yield warning('source', { en: `expected the source of the letter "${name.en}", but it is still the template's`, vi: `văn bản “${name.vi}” còn ghi nguồn của mẫu: hãy ghi nguồn thật ở phần đầu văn bản` }, `letters/${key}.json`);
    }
    // what officials fill in among themselves needs no law
    for (const key of new Set(Object.values(procedure.forms))) {
      const { sources, title } = forms.get(key) ?? { sources: {}, title: { vi: key, en: key } };
      const asked = Object.values(sources).filter(({ basis }) => unsourced.test(basis)).length;
      if (asked > 0) yield warning('sources', { en: `expected the legal basis of each question of "${title.en}", but ${asked} still say what the template does`, vi: `biểu mẫu “${title.vi}” còn ${asked} câu hỏi ghi căn cứ của mẫu: hãy ghi căn cứ thật, hoặc ghi là đơn vị đề xuất` }, `forms/${key}.json`);
    }
    for (const [key, template] of letters) {
      for (const { place, text } of writtenIn(template)) {
        if (gap.test(text)) yield warning(place, { en: `expected the words of the letter "${template.name.en}", but "${text}" still has an empty place of the template`, vi: `văn bản “${template.name.vi}” còn chỗ trống của mẫu: “${text}”. Hãy ghi lời thật, ví dụ tên luật, hoặc xóa dòng này.` }, `letters/${key}.json`);
      }
    }
  },
};
