import assert from 'node:assert/strict';
import formSchema from '../../../forms/form.schema.json' with { type: 'json' };
import { expand } from '../../../forms/expand.ts';
import type { Form, Schema } from '../../../forms/form.ts';
import { formSentences } from './form-words.ts';
import { mutations, someOf, type JsonSchema, type Mutation, type Other } from './testing/mutated.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';

/** Another value that could stand there: another question, page or section of the form where it names one. */
const otherOf = (form: Form): Other => {
  const questions = [...expand(form).fields.values()].filter(({ kind, id }) => kind === 'leaf' && !id.includes('[]')).map(({ id }) => id);
  const sections = Object.keys(form.ui.sections);
  const another = (from: readonly string[], value: unknown) => from.find((one) => one !== value);
  return (at, value) => {
    if (/^\$schema|\.#name$/.test(at)) return at.endsWith('messages.#name') ? 'required' : undefined;
    if (at.endsWith('.section')) return another(sections, value);
    if (/^ui\.pages\.\d+\.fields\.\d+$/.test(at)) return another(questions, value);
    if (/^rules\.\d+\.(show|require|compute|warn|refuse)$/.test(at)) return another(questions, value);
    if (/\.(when|value)$/.test(at) && !at.includes('options')) return questions.length < 2 ? undefined : `${another(questions, value)!} != null`;
    if (at.endsWith('.prefill')) return another(['applicant.name', 'applicant.phone'], value);
    if (at.endsWith('.catalogue')) return another(['communes', 'handlers'], value);
    if (/\.accept\.\d+$/.test(at)) return another(['image/png', 'application/pdf'], value);
    if (/^id$|\.id$|\.autocomplete$|options\.\d+\.value$/.test(at)) return value === undefined ? 'fresh' : typeof value === 'number' ? value + 1 : `${String(value)}-2`;
    if (/(decimals|maxBytes)$/.test(at)) return Number(value ?? 1_000_000) - 1;
    return value === undefined ? 'Chữ mới' : `${String(value)} khác`;
  };
};

/** What may be said of one answer, each with another value. */
const keywords: Readonly<Record<string, readonly unknown[]>> = {
  minimum: [2, 3], maximum: [97, 98], exclusiveMinimum: [1, 2], exclusiveMaximum: [98, 99], multipleOf: [0.01, 0.1], minLength: [3, 4], maxLength: [97, 98], minItems: [1, 2], maxItems: [7, 8],
  uniqueItems: [true, false], pattern: ['^A', '^B'], format: ['email', 'date-time'], 'x-normalise': ['line', 'upper'], 'x-notAfter': ['today'], const: ['một', 'hai'], enum: [['một', 'hai'], ['ba']], anyOf: [[{ minLength: 1 }], [{ minLength: 2 }]],
};
const fitting: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'x-normalise', 'x-notAfter', 'const', 'enum', 'anyOf'], number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'], integer: ['minimum', 'maximum'], array: ['minItems', 'maxItems', 'uniqueItems'],
};

/** The schema of a form changed at one question at a time: each keyword that fits it, whether it must be answered, its type, and the question itself. */
function* schemaMutations(schema: Schema, at = 'schema'): Generator<Mutation> {
  const { properties = {}, required = [], items } = schema;
  const without = (value: Schema, name: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  for (const [name, one] of Object.entries(properties)) {
    const put = (value: Schema, did: string): Mutation => ({ at: `${at}.${name}`, did, value: { ...schema, properties: { ...properties, [name]: value } } });
    yield { at: `${at}.${name}`, did: 'need', value: { ...schema, required: required.includes(name) ? required.filter((each) => each !== name) : [...required, name] } };
    yield { at: `${at}.${name}`, did: 'is gone', value: { ...schema, properties: without(properties as Schema, name), required: required.filter((each) => each !== name) } };
    for (const keyword of fitting[one.type ?? ''] ?? []) {
      const other = keywords[keyword]!.find((value) => JSON.stringify(value) !== JSON.stringify(one[keyword]));
      if (other !== undefined) yield put({ ...one, [keyword]: other }, keyword);
      if (one[keyword] !== undefined) yield put(without(one, keyword) as Schema, `without ${keyword}`);
    }
    if (one.type === 'string' && one.enum === undefined) yield put({ type: 'number' }, 'another type');
    for (const inside of schemaMutations(one, `${at}.${name}`)) yield put(inside.value as Schema, inside.did);
    if (one.items?.properties) for (const inside of schemaMutations(one.items, `${at}.${name}[]`)) yield put({ ...one, items: inside.value as Schema }, inside.did);
  }
  if (items) return;
}

/** What is written out that was understood before changes nothing. */
const meansTheSame = (one: Form, other: Form): boolean => {
  const meant = (form: Form): unknown => {
    const { schema: _, ui: { fields: __, ...ui }, ...rest } = form;
    const { fields, schema } = expand(form);
    return JSON.stringify([rest, ui, schema, [...fields.values()].map(({ ui: { widget: ___, ...said }, ...field }) => [field, said])], (key, value: unknown) => (key === 'pages' || typeof value !== 'object' || value === null || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))));
  };
  return meant(one) === meant(other);
};

/** Questions are alike, but not what is asked in rows. */
const place = (at: string): string => at.replace(/^(ui\.(?:fields|sections)|sources)\.[A-Za-z.]+?(\[\][^.]*)?(?:\.[A-Za-z]+)*?(?=(?:\.(?:label|hint|widget|wanted|unit|options|catalogue|autocomplete|inputmode|prefill|messages|accept|maxBytes|original|rowLabel|spreadsheet|statement|basis|mark|register|vi|en)\b|$))/, '$1.x$2').replace(/^schema\..*/, 'schema').replaceAll(/\.\d+/g, '.n');

describe('a change of a form, told in words', () => {
  for (const key of shipped)
    it(`is told wherever the forms of ${key} may change, without a code of the package`, async () => {
      const texts = textsOf(key);
      const codeIn = codesIn(texts);
      const faults: string[] = [];
      // the sentences are the same for every package: one stands for English
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const told = await telling(language);
        const called = await calledBy(texts, told);
        const changed = function* () {
          for (const [path, before] of texts) {
            if (!/^forms\/[^/]+\.json$/.test(path)) continue;
            const form = JSON.parse(before) as Form;
            for (const one of mutations(formSchema as JsonSchema, form, otherOf(form))) yield { ...one, path, before };
            for (const { value, ...one } of schemaMutations(form.schema)) yield { ...one, value: { ...form, schema: value }, path, before };
          }
        };
        for (const { at, did, value, path, before } of someOf(changed(), 1, place)) {
          if (meansTheSame(JSON.parse(before) as Form, value as Form)) continue;
          const fault = faultIn(formSentences(before, JSON.stringify(value), called).map(({ text }) => text), codeIn, told);
          if (fault !== undefined) faults.push(`${language} ${at} ${did}: ${path} ${fault}`);
        }
      }
      assert.deepEqual(faults, []);
    });
});
