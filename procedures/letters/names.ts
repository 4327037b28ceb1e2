import type { Definition, Node } from '../../engine/definition.ts';
import { resultName } from '../../engine/result-name.ts';
import { answerKind, type AnswerKind } from '../../forms/answer-kind.ts';
import { expand, type Field } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Form, Option } from '../../forms/form.ts';
import type { LocalText } from '../../forms/text.ts';
import type { Parameter } from '../procedure.ts';
import { issued } from '../rules/letter-exists.ts';
import { givenNames, inputNames } from './given-names.ts';

/** Something that a letter may speak of, as its author finds it. */
export interface LetterName {
  /** FEEL over the letter's context. */
  readonly feel: string;
  readonly label: LocalText;
  readonly group: LocalText;
  /** How it is usually written (placeholder.ts). */
  readonly writing: string;
  /** Names the value where it is written as a label, when `feel` does not. */
  readonly of?: string;
  /** It is a list: rows of a table, items of a list. */
  readonly rows?: true;
  /** Known only in rows of this list; of any list, when blank. */
  readonly within?: string;
  /** What it may be, when the form asks for one of several. */
  readonly options?: readonly Option[];
  /** It is a signature: a picture, for a signature box and no text. */
  readonly picture?: true;
  /** What kind of answer it is, when a form asks for it. */
  readonly kind?: AnswerKind;
}

/** Where names come from. Forms that cannot be read are left out. */
export interface NameSource {
  readonly applicationForm: string;
  readonly forms: ReadonlyMap<string, Form>;
  readonly definition: Definition | undefined;
  /** That the procedure lets units set. */
  readonly parameters?: readonly Parameter[] | undefined;
}

/** Everything that the letter may name: the application page by page, what the house adds, what steps answered, what its issuers hand along. */
export function letterNames({ applicationForm, forms, definition, parameters = [] }: NameSource, letter: string): readonly LetterName[] {
  const nodes = Object.values(definition?.nodes ?? {});
  const application = forms.get(applicationForm);
  // What the issuer adds stands over an answer of the same name.
  const seen = new Set<string>(['application', 'number', 'item', 'inputs', 'local', ...givenNames.flatMap(({ feel }) => feel.split('.')[0] ?? [])]);
  const steps = nodes.map((node): Answering => ({ result: resultName(node), form: node.step.form, name: { vi: node.name ?? node.id, en: node.step.nameEn ?? node.name ?? node.id } }));
  return distinct([...filedNames(application), ...givenNames, ...parameters.map(parameterName), ...inputsOf(nodes, letter), ...stepNames(forms, steps, seen)]);
}

const parameterName = ({ name, label, kind }: Parameter): LetterName => ({ feel: `local.${name}`, label, group: { vi: 'Thông số của đơn vị', en: 'Parameters of the unit' }, writing: kind === 'number' ? 'number' : kind === 'yesNo' ? 'label' : 'plain', kind });

/** A step whose answers can be named. */
export interface Answering {
  /** Under which name its answers are kept. */
  readonly result: string;
  readonly form: string | undefined;
  readonly name: LocalText;
}

/** What a condition of the process may name: what steps answered, the application page by page, and the fee. */
export const answerNames = ({ applicationForm, forms }: Pick<NameSource, 'applicationForm' | 'forms'>, steps: readonly Answering[]): readonly LetterName[] =>
  distinct([...stepNames(forms, steps, new Set(['application', 'fee'])), ...filedNames(forms.get(applicationForm)), ...givenNames.filter(({ feel }) => feel.startsWith('fee.'))].filter(({ picture }) => picture !== true));

const filedNames = (application: Form | undefined): readonly LetterName[] =>
  (application ? namesIn(application, 'application', ({ pages: [first] }) => ({ vi: `Đơn: ${first?.title.vi ?? 'mục khác'}`, en: `Application: ${first?.title.en ?? 'other'}` })) : []);

/** `seen`: names that mean something else; each is taken once. */
const stepNames = (forms: ReadonlyMap<string, Form>, steps: readonly Answering[], seen: Set<string>): readonly LetterName[] =>
  steps.flatMap(({ result, form: file, name }) => {
    const form = forms.get(file ?? '');
    if (form === undefined || seen.has(result)) return [];
    seen.add(result);
    return namesIn(form, result, () => ({ vi: `Bước: ${name.vi}`, en: `Step: ${name.en}` }));
  });

const inputGroup = { vi: 'Do bước cấp văn bản đưa', en: 'Given by the step that issues it' };
const notNamed = new Set(['letter', 'notice', 'number', 'items']);

function inputsOf(nodes: readonly Node[], letter: string): LetterName[] {
  const given = new Set(['reason', 'basis', ...nodes.filter((node) => issued(node) === letter).flatMap(({ step }) => Object.keys(step.inputs ?? {}))]);
  return [...given].filter((name) => !notNamed.has(name)).map((name) => {
    const { writing = 'plain', ...label } = inputNames[name] ?? { vi: name, en: name };
    return { feel: `inputs.${name}`, label, group: inputGroup, writing };
  });
}

function namesIn(form: Form, root: string, groupOf: (field: Field) => LocalText): LetterName[] {
  const { fields } = expand(form);
  const rowsAbove = (field: Field): Field | undefined => {
    const parent = field.parent === undefined ? undefined : fields.get(field.parent);
    return parent === undefined || parent.kind === 'rows' ? parent : rowsAbove(parent);
  };
  return [...fields.values()].flatMap((field): LetterName[] => {
    const { id, kind, widget, parent } = field;
    if (kind === 'group' || widget === 'files' || widget === 'declaration' || fields.get(parent ?? '')?.kind === 'composite') return [];
    const rows = rowsAbove(field);
    const feel = rows === undefined ? `${root}.${feelName(id)}` : `item.${id.slice(rows.id.length + '[].'.length)}`;
    const written = writtenAs(field, `${root}.${feelName(id)}`);
    if (written === undefined) return [];
    return [{
      feel, label: field.ui.label, group: groupOf(rows ?? field), ...written,
      ...(widget === 'signature' && { picture: true as const }), ...(kind === 'rows' && { rows: true as const }), ...(rows && { within: `${root}.${feelName(rows.id)}` }),
      ...(field.ui.options && { options: field.ui.options }),
      kind: answerKind(field),
    }];
  });
}

/** Lists that a letter can look codes up in. */
const catalogues = new Set(['communes', 'provinces']);

/** Nothing where the value is a code that no paper should show. */
function writtenAs({ widget, ui, schema, kind }: Field, path: string): Pick<LetterName, 'writing' | 'of'> | undefined {
  if (kind === 'rows') return { writing: 'plain' };
  if (ui.catalogue !== undefined) return catalogues.has(ui.catalogue) ? { writing: 'label', of: ui.catalogue } : undefined;
  if (ui.options !== undefined || schema.type === 'boolean') return { writing: 'label', of: path };
  if (widget === 'date' || schema['format'] === 'date') return { writing: 'date' };
  if (widget === 'money' || widget === 'address') return { writing: widget };
  if (widget === 'parcels' || schema.type === 'array') return { writing: 'lines' };
  return { writing: schema.type === 'number' || schema.type === 'integer' ? 'number' : 'plain' };
}

/** Labels are how people tell names apart: where two are the same, their groups are added, and then what FEEL calls them. */
function distinct(names: readonly LetterName[]): readonly LetterName[] {
  const apart = (list: readonly LetterName[], further: (name: LetterName) => LocalText): LetterName[] => {
    const counts = new Map<string, number>();
    const same = ({ label: { vi, en }, within }: LetterName): string[] => [`vi ${within ?? ''} ${vi}`, `en ${within ?? ''} ${en}`];
    for (const word of list.flatMap(same)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return list.map((name) => {
      if (same(name).every((word) => counts.get(word) === 1)) return name;
      const { vi, en } = further(name);
      return { ...name, label: { vi: `${name.label.vi} (${vi})`, en: `${name.label.en} (${en})` } };
    });
  };
  const plain = names.map((name) => ({ ...name, label: { vi: clean(name.label.vi), en: clean(name.label.en) } }));
  const grouped = apart(plain, ({ group }) => ({ vi: clean(group.vi), en: clean(group.en) }));
  return apart(grouped, ({ feel }) => ({ vi: feel, en: feel }));
}

/** Without the signs that frame a name in a text. */
const clean = (words: string): string => words.replaceAll(/[«»{}]/g, '').replaceAll(' · ', ', ').trim();
