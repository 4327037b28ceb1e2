import { expand } from '../../../forms/expand.ts';
import { feelName, fieldOf, isObject, type FieldPath } from '../../../forms/field-path.ts';
import type { Option } from '../../../forms/form.ts';
import { pick, type BothLanguages } from '../../../ui/language.ts';
import { date, dateTime, decimal } from '../../../ui/format.ts';
import type { Called } from './called.ts';
import { isCode } from './feel-words.ts';
import { quoted, type Shape } from './shape.ts';

/** One value of an answer, with the place where it stands. */
interface Leaf { readonly path: FieldPath; readonly value: unknown }

/** An answer as its single values, by their paths: what `answerShape` tells. Files are single values, and so are lists of texts and numbers. */
export function leavesOf(value: unknown, path: FieldPath = ''): Readonly<Record<FieldPath, Leaf>> {
  const within = (entries: readonly (readonly [string | number, unknown])[]) => Object.assign({}, ...entries.map(([name, one]) => leavesOf(one, path === '' ? String(name) : `${path}.${name}`))) as Readonly<Record<FieldPath, Leaf>>;
  if (isObject(value) && !isFile(value) && Object.keys(value).length > 0) return within(Object.entries(value));
  if (Array.isArray(value) && value.some((one) => isObject(one))) return within(value.map((one: unknown, index) => [index, one] as const));
  return path === '' ? {} : { [path]: { path, value } };
}
const isFile = (value: object): boolean => 'file' in value && 'sha256' in value;

/** How the values of an answer are told: by the questions of a form, else by what the dossier calls its data. */
export function answerShape(called: Called, form: string | undefined): Shape {
  const { text, language } = called;
  const known = form === undefined ? undefined : called.formOf(form);
  const fields = known && expand(known).fields;
  /** The question that a value answers, or that it lies in. */
  const asked = (path: FieldPath): { readonly label: BothLanguages; readonly options?: readonly Option[] } | undefined => {
    for (let id = fieldOf(path); id !== ''; id = id.replace(/(\[\]|\.?[^.[\]]+)$/, '')) {
      const field = fields?.get(id);
      if (field && field.ui.label.vi !== field.id) return { label: field.ui.label, ...(field.ui.options && { options: field.ui.options }) };
    }
    const name = feelName(fieldOf(path));
    const names = [name, name.replace(/^[^.]+\./, '')];
    return called.named.dossier.find((one) => one.name === name) ?? called.named.application.find((one) => names.includes(one.name));
  };
  const rows = (path: FieldPath): string => {
    const row = /\.(\d+)(?=\.|$)/.exec(path)?.[1];
    return row === undefined ? '' : ` (${text('toldNth', { nth: Number(row) + 1 })})`;
  };
  const label = (path: FieldPath): string => `${((found) => (found ? quoted(pick(found.label, language)) : text('toldDatum')))(asked(path))}${rows(path)}`;
  const say = ({ path, value }: Leaf): string => {
    const options = asked(path)?.options ?? [];
    const one = (single: unknown): string => {
      const option = options.find((each) => each.value === single);
      if (option) return pick(option.label, language) === single && isCode(single) ? text('toldCodeHeld') : quoted(pick(option.label, language));
      if (single === null || single === '' || (isObject(single) && Object.keys(single).length === 0)) return text('nothing');
      if (typeof single === 'boolean') return quoted(text(single ? 'answerYes' : 'answerNo'));
      if (typeof single === 'number') return decimal(single, language);
      if (isObject(single)) return quoted(String(single['name'] ?? ''));
      const written = String(single);
      if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return date(written);
      return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(written) ? dateTime(written) : quoted(written);
    };
    if (!Array.isArray(value)) return one(value);
    return value.length === 0 ? text('nothing') : value.map(one).join(', ');
  };
  return {
    is: 'entries', item: label, whole: (path, leaf: Leaf) => `${label(path)}: ${say(leaf)}`,
    of: { is: 'value', say: (leaf) => say(leaf as Leaf) },
  };
}
