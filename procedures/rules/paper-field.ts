import { error, type Rule } from './rule.ts';

const file = 'procedure.json';

/** Every paper of the dossier is taken by a question of the application, except the application itself and originals that are only shown. */
export const paperField: Rule = {
  name: 'paper-field',
  *check({ procedure, forms }) {
    const application = forms.get(procedure.forms.application);
    for (const { code, name, field, kind } of procedure.components) {
      if (field === undefined && kind !== 'form' && kind !== 'original') yield error(code, { en: `expected the paper "${name.en}" (${code}) to name the question that takes it, but it names none`, vi: `giấy tờ “${name.vi}” chưa có câu hỏi nào của đơn để nộp vào: hãy thêm một câu hỏi tải tệp rồi chọn nó cho giấy tờ này` }, file);
      if (field !== undefined && application && !Object.hasOwn(application.ui.fields, field)) yield error(code, { en: `expected the paper "${name.en}" (${code}) to name a question of the application, but it has no "${field}"`, vi: `giấy tờ “${name.vi}” nộp vào câu hỏi “${field}”, nhưng đơn không có câu hỏi ấy: hãy chọn lại` }, file);
    }
  },
};
