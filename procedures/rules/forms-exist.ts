import { error, type Rule } from './rule.ts';

/** The forms that procedure.json names are there. */
export const formsExist: Rule = {
  name: 'forms-exist',
  *check({ procedure, forms }) {
    for (const [use, form] of Object.entries(procedure.forms)) {
      if (!forms.has(form)) yield error(`forms.${use}`, `expected a file forms/${form}.json, but the package has none`, 'procedure.json');
    }
  },
};
