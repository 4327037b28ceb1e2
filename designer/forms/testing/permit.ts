import { readFileSync } from 'node:fs';
import { checkForm } from '../../../forms/check.ts';
import type { Form } from '../../../forms/form.ts';

/** The application for a construction permit, for tests. */
export const permit = JSON.parse(readFileSync(new URL('../../../procedures/construction-permit-house/forms/application.json', import.meta.url), 'utf8')) as Form;
export const errorsOf = (form: Form) => checkForm(form).filter(({ severity }) => severity === 'error');
