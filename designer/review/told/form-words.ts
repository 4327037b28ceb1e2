import { changesBetween } from '../../../forms/changes.ts';
import { expand, type Field } from '../../../forms/expand.ts';
import type { FieldId, Form, Page, Rule, Schema } from '../../../forms/form.ts';
import { pick } from '../../../ui/language.ts';
import { readSentence } from '../../conditions/read-sentence.ts';
import { targetOf } from '../../forms/edit/field.ts';
import { readForm } from '../../forms/read-form.ts';
import { kindOf, type Entry } from '../../forms/rules/entries.ts';
import { ruleWords } from '../../forms/rules/phrases.ts';
import { feelNamesFor, namedFor } from '../../forms/rules/questions.ts';
import type { Called } from './called.ts';
import { feelWords } from './feel-words.ts';
import { fieldShape, pageShape, schemaShape, sourceShape } from './form-shape.ts';
import { matched } from './matched.ts';
import { isSame, orders, quoted, sentence, tell, type Shape } from './shape.ts';

/** What a sentence about a form means for answers given before. */
export type FormChange =
  | { readonly change: 'field-added' | 'field-removed' | 'field-retyped' | 'field-required' | 'field-optional'; readonly field: FieldId }
  | { readonly change: 'form-rules' };

export interface FormTold { readonly text: string; readonly form?: FormChange }

/** Changes of a form as sentences: questions that come, go or are asked otherwise, then the pages, the rules and the rest of the file. */
export function formSentences(before: string, after: string, called: Called): readonly FormTold[] {
  const { text } = called;
  const [old, next] = [readForm(before), readForm(after)];
  if (!('form' in old) || !('form' in next)) return [{ text: text('fileChanged') }];
  const told = formTold(old.form, next.form, called);
  return told.length > 0 ? told : [{ text: text('onlyWriting') }];
}

function formTold(before: Form, after: Form, called: Called): readonly FormTold[] {
  const { text, language } = called;
  const [was, is] = [expand(before), expand(after)];
  const labelOf = (id: FieldId): string => {
    const field = [is, was].map(({ fields }) => fields.get(id)).find((one) => one !== undefined && one.ui.label.vi !== id);
    return field ? quoted(pick(field.ui.label, language)) : '';
  };
  /** By its label, and where it lies within another; a group that asks nothing itself has none. */
  const question = (id: FieldId): string => {
    const label = labelOf(id);
    const around = id.includes('[]') ? labelOf(id.slice(0, id.lastIndexOf('[]'))) : '';
    return around === '' ? label || text('toldGroup') : text('toldWithinRow', { label, rows: around });
  };
  const { added, removed, retyped } = changesBetween(before, after);
  const about = (change: Exclude<FormChange['change'], 'form-rules'>, field: FieldId, words: string): FormTold => ({ text: words, form: { change, field } });
  const asked = (ids: readonly FieldId[], { fields }: typeof is): readonly FieldId[] => ids.filter((id) => fields.get(id)?.kind !== 'group' || !ids.some((other) => other !== id && other.startsWith(`${id}.`)));
  const known = (rows: typeof is, id: FieldId) => kindWord(called, rows.fields.get(id)!);
  const coming = [
    ...asked(added, is).map((id) => about('field-added', id, text('toldFieldAdded', { question: question(id), kind: known(is, id) }))),
    ...asked(removed, was).map((id) => about('field-removed', id, text('toldFieldRemoved', { question: question(id) }))),
    ...retyped.map((id) => about('field-retyped', id, known(was, id) === known(is, id) ? text('toldFieldRetyped', { question: question(id) }) : text('toldFieldRekinded', { question: question(id), from: known(was, id), to: known(is, id) }))),
  ];
  const kept = [...is.fields.values()].flatMap((field) => {
    const former = was.fields.get(field.id);
    return former ? fieldTold(former, field, question(field.id), called, retyped.includes(field.id)) : [];
  });
  const pages = pagesTold(before, after, called, question);
  const rules = rulesTold(before, after, called);
  const sources = entries(before.sources, after.sources).flatMap(([id, one, other]) => tell(one, other, sourceShape(called), called, [text('toldQuestion', { question: question(id) })]));
  const all: readonly FormTold[] = [...coming, ...kept, ...pages, ...rules, ...sources].map(({ text: words, ...rest }) => ({ text: words, ...('form' in rest && { form: rest.form }) }));
  return [...all, ...restTold(before, after, called)];
}

const entries = <T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): readonly (readonly [string, T | undefined, T | undefined])[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].map((name) => [name, before[name], after[name]]);

/** How a question is answered, in the words of the builder. */
const kindWord = ({ text }: Called, { widget, kind }: Field): string => (kind === 'group' ? text('toldGroup') : text(`widget_${widget.replace('-', '_')}` as 'widget_text'));

/** What stands within a question in its schema is told of the questions within, or as what is chosen from. */
const ownSchema = ({ schema, kind }: Field): Schema => {
  const { type: _, properties: __, required: ___, items, $schema: ____, title: _____, description: ______, ...own } = schema;
  if (!items) return own;
  const { enum: values, properties: _______, required: ________, ...item } = items;
  return { ...own, ...(values && { enum: values }), ...(kind === 'leaf' || Object.keys(item).some((keyword) => keyword !== 'type' && keyword !== 'additionalProperties') ? { items: item } : {}) };
};

function fieldTold(was: Field, is: Field, question: string, called: Called, isRetyped: boolean): readonly FormTold[] {
  const { text, language } = called;
  const words = [text('toldQuestion', { question })];
  const options = [...(is.ui.options ?? []), ...(was.ui.options ?? [])];
  const valueWords = (value: unknown): string => {
    const option = options.find((one) => one.value === value);
    if (typeof value === 'boolean') return text(value ? 'answerYes' : 'answerNo');
    if (option) return quoted(pick(option.label, language));
    return typeof value === 'string' && /^[a-z][\w-]*$/i.test(value) ? text('toldUnnamedValue') : quoted(String(value));
  };
  const need: FormTold[] = was.required === is.required ? [] : [{ text: sentence(called, words, text(is.required ? 'toldRequired' : 'toldOptional')), form: { change: is.required ? 'field-required' : 'field-optional', field: is.id } }];
  const [old, next] = [ownSchema(was), ownSchema(is)];
  const isChosenFromOptions = was.ui.options !== undefined && is.ui.options !== undefined && !isSame(optionValues(was), optionValues(is));
  const { enum: _was, ...oldRest } = old;
  const { enum: _is, ...nextRest } = next;
  const [one, other] = isChosenFromOptions ? [oldRest, nextRest] : [old, next];
  const widget = was.widget !== is.widget && !isRetyped ? [{ text: sentence(called, words, text('toldFieldWidget', { from: kindWord(called, was), to: kindWord(called, is) })) }] : [];
  return [...need, ...widget, ...tell(saidOf(was), saidOf(is), fieldShape(called), called, words), ...tell(one, other, schemaShape(called, valueWords), called, words)];
}
/** What a field says of itself; a label that it does not have stands as its id, and how it is answered is told with its schema. */
const saidOf = ({ id, ui }: Field): unknown => {
  const { widget: _, label, ...said } = ui;
  return label.vi === id ? said : { label, ...said };
};
const optionValues = ({ ui }: Field): unknown => ui.options?.map(({ value }) => value);

function pagesTold(before: Form, after: Form, called: Called, question: (id: FieldId) => string): readonly FormTold[] {
  const { text, language } = called;
  const named = (page: Page): string => text('wholePage', { name: pick(page.title, language) });
  const sectionName = (id: string): string => {
    const section = after.ui.sections[id] ?? before.ui.sections[id];
    return section ? quoted(pick(section, language)) : text('toldNoSection');
  };
  const pages: Shape = { is: 'list', id: (page: Page) => page.id, item: named, of: pageShape(called, expand(after), question, sectionName) };
  const sections: Shape = { is: 'entries', item: (id) => sectionName(id), of: { is: 'both' } };
  const [orderBefore, orderAfter] = [before, after].map(({ ui }) => Object.keys(ui.sections));
  const { moved } = matched(orderBefore!, orderAfter!, (id) => id);
  const reordered = moved.length === 0 ? [] : orders(called, orderAfter!.map(sectionName), moved).map((change) => ({ text: sentence(called, [text('toldSections')], change) }));
  return [...tell(before.ui.sections, after.ui.sections, sections, called, [text('toldSections')]), ...reordered, ...tell(before.ui.pages, after.ui.pages, pages, called)];
}

function rulesTold(before: Form, after: Form, called: Called): readonly FormTold[] {
  const { text, language } = called;
  const said = (form: Form, rule: Rule): string => {
    const expanded = expand(form);
    const [target, kind] = [targetOf(rule), kindOf(rule)];
    const written = 'compute' in rule ? rule.value : rule.when;
    const [named, all] = [namedFor(expanded, target, kind), feelNamesFor(expanded, target, 'warn')];
    const condition = kind === 'compute' ? undefined : readSentence(written, named);
    const entry: Entry = { key: '', place: { rule: 0 }, kind, target, text: feelWords(written, all, called), rule };
    const decimals = 'compute' in rule && rule.decimals !== undefined ? ` (${text('decimals').toLowerCase()}: ${rule.decimals})` : '';
    return `${ruleWords(entry, condition, { text, language, named, expanded })}${decimals}`;
  };
  const form: FormChange = { change: 'form-rules' };
  const what = (rule: Rule): string => `${kindOf(rule)} ${targetOf(rule)}`;
  const { come: fresh, gone: left, moved } = matched(before.rules, after.rules, (rule) => JSON.stringify(rule));
  const [came, went] = [fresh.map((index) => after.rules[index]!), left.map((index) => before.rules[index]!)];
  // of what is said otherwise, that about the same thing is told together
  const { kept, come, gone } = matched(went, came, what);
  const changed = kept.flatMap(([one, other]): FormTold[] => {
    const [old, next] = [went[one]!, came[other]!];
    const [from, to] = [said(before, old), said(after, next)];
    if (from !== to) return [{ text: text('toldRuleChanged', { from, to }), form }];
    // what differs may be the message in the other language, or only how it is written
    const messages = 'message' in old && 'message' in next ? tell(old.message, next.message, { is: 'both' }, called, [text('toldRuleMessage', { rule: to })]) : [];
    return messages.length > 0 ? messages.map((told) => ({ text: told.text, form })) : [{ text: text('toldRuleAlike', { rule: to }), form }];
  });
  return [
    ...come.map((index) => ({ text: text('toldRuleAdded', { rule: said(after, came[index]!) }), form })),
    ...gone.map((index) => ({ text: text('toldRuleRemoved', { rule: said(before, went[index]!) }), form })),
    ...changed, ...(moved.length > 0 ? [{ text: text('toldRuleOrder'), form }] : []),
  ];
}

/** What the file says around its questions. */
function restTold(before: Form, after: Form, called: Called): readonly FormTold[] {
  const { text } = called;
  const around = ({ schema }: ReturnType<typeof expand>): unknown => {
    const { properties: _, required: __, ...rest } = schema;
    return rest;
  };
  const unasked = ({ ui }: Form, { fields }: ReturnType<typeof expand>): unknown => Object.entries(ui.fields).filter(([id]) => !fields.has(id));
  const [was, is] = [expand(before), expand(after)];
  return [
    ...tell(before.title, after.title, { is: 'both' }, called, [text('formTitle')]).map((told) => ({ text: told.text })),
    ...(before.id === after.id ? [] : [{ text: sentence(called, [text('toldFormCode')], text('toldCode')) }]),
    ...(isSame(around(was), around(is)) ? [] : [{ text: text('toldSchemaAround') }]),
    ...(isSame(unasked(before, was), unasked(after, is)) ? [] : [{ text: text('toldUnasked') }]),
  ];
}
