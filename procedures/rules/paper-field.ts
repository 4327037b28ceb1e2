import { error, type Rule } from './rule.ts';

const file = 'procedure.json';

/** Every paper of the dossier is taken by a question of the application, except the application itself and originals that are only shown. */
export const paperField: Rule = {
  name: 'paper-field',
  *check({ procedure, forms }) {
    const application = forms.get(procedure.forms.application);
    for (const { code, field, kind } of procedure.components) {
      if (field === undefined && kind !== 'form' && kind !== 'original') yield error(code, `expected component ${code} to name the field that takes it, but it names none`, file);
      if (field !== undefined && application && !Object.hasOwn(application.ui.fields, field)) yield error(code, `expected component ${code} to name a field of the application, but there is no "${field}"`, file);
    }
  },
};
