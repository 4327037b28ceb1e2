import { handStarts } from '../../engine/begun-by-hand.ts';
import { expand } from '../../forms/expand.ts';
import { error, type Rule } from './rule.ts';

/** What a dossier is about is asked for by its application, an area from the register's list; and only where people of the office begin it: who applies knows no register. */
export const linkKnown: Rule = {
  name: 'link-known',
  *check({ procedure: { links = [], forms }, definition, forms: files }) {
    if (links.length === 0) return;
    if (handStarts(definition).length === 0) yield error('links', { en: 'expected links only of dossiers that people of the office begin, but people apply for these', vi: 'chỉ hồ sơ do cán bộ mở mới nêu được mối liên quan, mà hồ sơ này do người dân nộp' }, 'procedure.json');
    const form = files.get(forms.application);
    const fields = form === undefined ? undefined : new Map([...expand(form).fields.values()].map((field) => [field.id, field]));
    for (const { kind, question } of fields === undefined ? [] : links) {
      const field = fields?.get(question);
      if (field === undefined) yield error('links', { en: `expected the application to ask "${question}", which says what a dossier is about, but it does not`, vi: `biểu mẫu không hỏi “${question}”, câu hỏi cho biết hồ sơ liên quan đến gì` }, 'procedure.json');
      else if (kind === 'area' && field.ui.catalogue !== 'areas') yield error('links', { en: `expected "${question}" to be chosen from the list "areas", but it is not`, vi: `“${question}” phải chọn từ danh sách khu vực (areas)` }, 'procedure.json');
    }
  },
};
