import type { LocalText } from '../../engine/definition.ts';
import type { Data, Json } from '../../engine/state.ts';
import { isObject, valueAt } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { Package } from '../library/package.ts';
import { resultKey } from './step-name.ts';

/** What a step answered, as it stands in the dossier's data; null when it has not. */
export function answerOf(pack: Package, data: Data, node: string): Data | null {
  const answer = data[resultKey(pack.definition, node)];
  return isObject(answer) ? answer : null;
}

const formOf = (pack: Package, node: string): Form | undefined => pack.forms.get(pack.definition.nodes[node]?.step.form ?? '');

/** The answer's `outcome` in the words of the form's choice. */
export function outcomeLabel(pack: Package, node: string, answer: Data | null): LocalText | null {
  const outcome = answer?.['outcome'];
  if (outcome === undefined) return null;
  return formOf(pack, node)?.ui.fields['outcome']?.options?.find(({ value }) => value === outcome)?.label ?? null;
}

/** Label of a field of the application form, else its path. */
export function fieldLabel(form: Form | undefined, path: string): LocalText {
  const id = path.replaceAll(/\.(\d+)(?=\.|$)/g, '[]');
  return form?.ui.fields[id]?.label ?? { vi: path, en: path };
}

/** The application as it stands: what was filed, with accepted supplements. */
export function applicationOf(data: Data): Data {
  const application = data['application'];
  return isObject(application) ? application : {};
}

/** A text inside the data, by dotted path. */
export function textAt(data: Data, path: string): string | null {
  const value: Json | undefined = valueAt(data, path);
  return typeof value === 'string' ? value : null;
}
