import { error, type Rule } from './rule.ts';

/** The forms that procedure.json names are there. */
export const formsExist: Rule = {
  name: 'forms-exist',
  *check({ procedure, forms }) {
    for (const [use, form] of Object.entries(procedure.forms)) {
      if (!forms.has(form)) yield error(`forms.${use}`, { en: `expected a form "${form}" (forms/${form}.json), which the procedure names, but the package has none`, vi: `thủ tục dùng biểu mẫu “${form}”, nhưng chưa có biểu mẫu ấy: hãy lập nó ở trang Biểu mẫu` }, 'procedure.json');
    }
  },
};
