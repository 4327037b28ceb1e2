import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';
import { expand } from './expand.ts';
import type { Form } from './form.ts';
import { longestMatched } from './limits.ts';
import type { Check } from './validate.ts';

/** Keywords of ours that say how a field is typed or shown; the validator passes over them. */
export const annotations = ['x-normalise', 'x-notAfter', 'x-block'];
export const formats = ['date', 'time', 'date-time', 'email'] as const;

// Patterns come from administrators: matched in linear time, whatever they are, and never on very long text.
const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    // ajv keeps patterns by their text: without toString all of them would be one.
    return { test: (text: string) => text.length <= longestMatched && compiled.test(text), toString: () => pattern };
  },
  { code: 'linear' },
);

const known = new WeakMap<Form, Check>();

/** Compiles a form's schema on the server. Throws with the reason when it cannot be one. */
export function compile(form: Form): Check {
  const found = known.get(form);
  if (found) return found;
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, ownProperties: true, multipleOfPrecision: 6, code: { regExp: linear }, validateFormats: true, addUsedSchema: false });
  ajv.addVocabulary(annotations);
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv, [...formats]);
  const email = ajv.formats.email as RegExp;
  ajv.addFormat('email', (text: string) => text.length <= 254 && email.test(text));
  const run = ajv.compile(expand(form).schema);
  const check: Check = (value) => (run(value) ? [] : (run.errors ?? []));
  known.set(form, check);
  return check;
}
