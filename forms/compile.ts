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

/** One validator for all forms: making one, with the schema of schemas, takes as long as compiling a form. It is made when first asked for. */
const validator = ((): (() => Ajv2020) => {
  let made: Ajv2020 | undefined;
  return () => (made ??= makeValidator());
})();

function makeValidator(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, ownProperties: true, multipleOfPrecision: 6, code: { regExp: linear }, validateFormats: true, addUsedSchema: false });
  ajv.addVocabulary(annotations);
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv, [...formats]);
  const email = ajv.formats.email as RegExp;
  ajv.addFormat('email', (text: string) => text.length <= 254 && email.test(text));
  return ajv;
}

/** Compiles a form's schema on the server. Throws with the reason when it cannot be one. */
export function compile(form: Form): Check {
  const found = known.get(form);
  if (found) return found;
  const { schema } = expand(form);
  try {
    const run = validator().compile(schema);
    const check: Check = (value) => (run(value) ? [] : (run.errors ?? []));
    known.set(form, check);
    return check;
  } finally {
    // It would be kept as long as the validator; the form's own check is kept with the form.
    validator().removeSchema(schema);
  }
}
