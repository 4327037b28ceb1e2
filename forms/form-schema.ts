import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FormFinding } from './check.ts';
import schema from './form.schema.json' with { type: 'json' };
import { shapeWords } from './shape-words.ts';

const ajv = new Ajv2020({ allErrors: false, strict: false });
let run: ReturnType<typeof ajv.compile> | undefined;

/** What keeps a JSON value from being a form file; the place is a JSON pointer. */
export function formFaults(file: unknown): FormFinding[] {
  run ??= ajv.compile(schema);
  if (run(file)) return [];
  return (run.errors ?? []).map(({ keyword, instancePath, message = '', params }) => ({
    rule: 'form-file',
    severity: 'error',
    element: instancePath || '/',
    message: `expected a form file, but ${instancePath || 'the whole'} ${message}${'additionalProperty' in params ? ` ("${String(params.additionalProperty)}")` : ''}`,
    messageVi: shapeWords({ keyword, instancePath, params }).vi,
  }));
}
