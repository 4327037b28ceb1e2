import { evaluate as feel } from '../engine/expression/feel.ts';
import type { Data } from '../engine/state.ts';
import { expand } from './expand.ts';
import { setAt, valueAt, type Draft } from './field-path.ts';
import type { Form } from './form.ts';
import { normalise } from './normalise.ts';

/** The answer with empty fields filled from what is known (`applicant`, `dossier` …), so that nothing is asked twice. */
export function prefill(form: Form, answer: Data, context: Data, at: string): Data {
  const expanded = expand(form);
  const filled = structuredClone(answer) as Draft;
  for (const { id, ui } of expanded.fields.values()) {
    if (ui.prefill === undefined || id.includes('[]') || valueAt(filled, id) !== undefined) continue;
    const result = feel(ui.prefill, context, at);
    if ('value' in result && result.value !== null) setAt(filled, id, result.value);
  }
  return normalise(expanded, filled);
}
