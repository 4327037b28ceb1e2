import { error, type Rule } from './rule.ts';

const file = 'procedure.json';

/** The forms that procedure.json names are there, and components are bound to file fields of the application. */
export const formsExist: Rule = {
  name: 'forms-exist',
  *check({ procedure, forms }) {
    for (const [use, form] of Object.entries(procedure.forms)) {
      if (!forms.has(form)) yield error(`forms.${use}`, `expected a file forms/${form}.json, but the package has none`, file);
    }
    const application = forms.get(procedure.forms.application);
    for (const { code, field, kind } of procedure.components) {
      if (field === undefined && kind !== 'form') yield error(code, `expected component ${code} to name the field that takes it, but it names none`, file);
      if (field !== undefined && application && !Object.hasOwn(application.ui.fields, field)) yield error(code, `expected component ${code} to name a field of the application, but there is no "${field}"`, file);
    }
  },
};
