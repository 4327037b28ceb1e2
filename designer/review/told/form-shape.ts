import type { ExpandedForm } from '../../../forms/expand.ts';
import type { FieldUi, Option, Page, Source } from '../../../forms/form.ts';
import { byteSize, mediaNames } from '../../../forms/media.ts';
import { pick } from '../../../ui/language.ts';
import { feelNamesFor } from '../../forms/rules/questions.ts';
import type { Called } from './called.ts';
import { feelWords } from './feel-words.ts';
import { quoted, type Parts, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

const group = (parts: Parts): Shape => ({ is: 'group', parts });

/** What a question is called in either version. */
export type QuestionWords = (id: string) => string;

/** How what a field says of itself is told. */
export function fieldShape(called: Called): Shape {
  const { text, language } = called;
  const { value, both, code, yesNo, oneOf } = valuesFor(called);
  const parts = {
    label: [text('label'), both],
    hint: [text('hint'), both],
    wanted: [text('isWanted'), yesNo()],
    unit: [text('unitOfMeasure'), both],
    options: [text('toldOptions'), { is: 'list', id: (one: Option) => String(one.value), item: (one: Option) => quoted(pick(one.label, language)), of: group({ value: ['', code], label: [text('label'), both], hint: [text('hint'), both] }) }],
    catalogue: [text('toldCatalogue'), value((one: string) => ((catalogues as readonly string[]).includes(one) ? quoted(text(`toldCatalogue_${one}` as 'toldCatalogue_areas')) : text('toldCatalogueOther')))],
    autocomplete: [text('toldAutocomplete'), code],
    inputmode: [text('toldInputmode'), oneOf((one) => text(`toldInputmode_${one}` as 'toldInputmode_text'))],
    prefill: [text('prefill'), value((feel: string) => prefillWords(called, feel))],
    messages: [text('toldMessages'), { is: 'entries', item: (keyword) => messageWords(called, keyword), of: both }],
    accept: [text('toldAccept'), { is: 'list', id: String, item: (one: string) => mediaNames([one]), of: code, isSet: true }],
    maxBytes: [text('toldMaxBytes'), value((one: number) => byteSize(one, language))],
    original: [text('toldOriginal'), yesNo()],
    rowLabel: [text('rowLabel'), both],
    spreadsheet: [text('spreadsheet'), yesNo()],
    statement: [text('statement'), both],
    // how it is answered is told with what its schema says of that
  } as const satisfies { readonly [K in keyof Required<Omit<FieldUi, 'widget'>>]: readonly [string, Shape] };
  return group(parts);
}

const catalogues = ['areas', 'communes', 'provinces', 'handlers', 'receivers', 'roads'] as const;
const prefills = ['name', 'idNo', 'phone', 'email'] as const;
const prefillWords = (called: Called, feel: string): string => {
  const known = prefills.find((one) => feel.trim() === `applicant.${one}`);
  return known ? called.text(`prefill_${known}`).toLowerCase() : called.feel(feel);
};

const failing = ['any', 'required', 'pattern', 'type', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'enum', 'const', 'format', 'x-notAfter', 'multipleOf', 'uniqueItems', 'exclusiveMinimum'] as const;
const messageWords = ({ text }: Called, keyword: string): string => ((failing as readonly string[]).includes(keyword) ? text(`toldMessage_${keyword.replace('x-', '')}` as 'toldMessage_any') : text('toldMessage_other'));

export const pageShape = (called: Called, expanded: ExpandedForm, question: QuestionWords, sectionName: (id: string) => string): Shape => {
  const { text } = called;
  const { value, both, code, list } = valuesFor(called);
  const parts = {
    id: ['', code], section: [text('pageSection'), value((id: string) => sectionName(id))], title: [text('pageTitle'), both], intro: [text('pageIntro'), both],
    fields: [text('toldQuestions'), list((id: string) => question(id), false)],
    when: [text('toldShownWhen'), value((feel: string) => feelWords(feel, feelNamesFor(expanded, '', 'show'), called))],
  } as const satisfies { readonly [K in keyof Required<Page>]: readonly [string, Shape] };
  return group(parts);
};

export const sourceShape = (called: Called): Shape => {
  const { text } = called;
  const { prose, oneOf } = valuesFor(called);
  return group({ basis: [text('fieldBasis'), prose], mark: [text('toldMark'), oneOf((mark) => text(`mark_${mark}` as 'mark_design').toLowerCase())], register: [text('register'), prose] } as const satisfies { readonly [K in keyof Required<Source>]: readonly [string, Shape] });
};

/** Keywords of JSON Schema that hold schemas again: too much for a sentence. */
const combining = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'contains', 'minContains', 'maxContains', 'prefixItems', 'propertyNames', 'patternProperties', 'dependentSchemas', 'dependentRequired', 'minProperties', 'maxProperties', 'contentEncoding', 'contentMediaType', 'examples', '$comment', 'readOnly', 'writeOnly', 'deprecated'];

/** How what the schema of a question says of its answer is told; what is asked within it is told by itself. */
export function schemaShape(called: Called, labelOf: (value: unknown) => string): Shape {
  const { text } = called;
  const { value, code, yesNo, number, list } = valuesFor(called);
  const limits: Parts = Object.fromEntries((['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const).map((keyword) => [keyword, [text(`toldLimit_${keyword}`), number] as const]));
  return group({
    ...limits,
    uniqueItems: [text('toldUnique'), yesNo()], 'x-notAfter': [text('toldNotAfter'), value((day: string) => (day === 'today' ? text('theToday') : day))],
    pattern: [text('toldPattern'), code], format: [text('toldPattern'), code], 'x-normalise': [text('toldNormalise'), code],
    const: [text('toldConst'), value((one: unknown) => labelOf(one))], enum: [text('toldEnum'), list((one: unknown) => labelOf(one))],
    default: [text('prefill'), value((one: unknown) => labelOf(one))], items: [text('toldItems'), code], additionalProperties: [text('toldUnaskedAnswers'), code],
    ...Object.fromEntries(combining.map((keyword) => [keyword, [text('toldCombined'), code] as const])),
  });
}
