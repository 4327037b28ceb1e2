import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { TSchema } from 'typebox';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from './language.ts';

const options = { strict: true, allErrors: true, allowUnionTypes: true } as const;
const bodies = new Ajv2020(options);
const queries = new Ajv2020({ ...options, coerceTypes: true });
for (const ajv of [bodies, queries]) addFormats.default(ajv);

const compiled = new WeakMap<TSchema, ValidateFunction>();

/** What is wrong with a value, in the reader's language; empty when nothing is. `query` reads numbers from text. */
export function faultsOf(schema: TSchema, value: unknown, language: Language, kind: 'body' | 'query' = 'body'): FieldProblem[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = (kind === 'query' ? queries : bodies).compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 20).map((error) => ({ path: pathOf(error, kind), message: messageOf(error, language) }));
}

function pathOf(error: ErrorObject, kind: 'body' | 'query'): string {
  const params = error.params as Record<string, unknown>;
  const extra = params['missingProperty'] ?? params['additionalProperty'];
  const path = typeof extra === 'string' ? `${error.instancePath}/${extra}` : error.instancePath;
  return kind === 'query' ? path.slice(1) : path;
}

function messageOf(error: ErrorObject, language: Language): string {
  const params = error.params as Record<string, unknown>;
  const limit = typeof params['limit'] === 'number' ? params['limit'] : '';
  const [vi, en] = sentences(error.keyword, String(limit), String(params['type'] ?? ''));
  return language === 'vi' ? vi : en;
}

/** The types of JSON, as a person would say them. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  object: ['một nhóm mục', 'a group of members'], array: ['một danh sách', 'a list'], string: ['chữ', 'text'],
  number: ['một số', 'a number'], integer: ['một số nguyên', 'a whole number'], boolean: ['đúng hoặc sai', 'true or false'], null: ['để trống', 'nothing'],
};

/** One or more types as ajv names them, e.g. "string,null". */
function kindsOf(type: string): readonly [string, string] {
  const named = type.split(',').map((each) => kinds[each] ?? [each, each]);
  return [named.map(([vi]) => vi).join(' hoặc '), named.map(([, en]) => en).join(' or ')];
}

function sentences(keyword: string, limit: string, type: string): readonly [string, string] {
  switch (keyword) {
    case 'required': return ['Thiếu mục bắt buộc.', 'This member is missing.'];
    case 'additionalProperties': return ['Mục này không được chấp nhận.', 'This member is not known here.'];
    case 'type': {
      const [vi, en] = kindsOf(type);
      return [`Sai kiểu dữ liệu, cần ${vi}.`, `Expected ${en}.`];
    }
    case 'maxLength': return [`Không được dài quá ${limit} ký tự.`, `At most ${limit} characters.`];
    case 'minLength': return ['Không được để trống.', 'Must not be empty.'];
    case 'minimum': return [`Không được nhỏ hơn ${limit}.`, `Must be at least ${limit}.`];
    case 'maximum': return [`Không được lớn hơn ${limit}.`, `Must be at most ${limit}.`];
    case 'maxItems': return [`Tối đa ${limit} mục.`, `At most ${limit} items.`];
    case 'minItems': return [`Cần ít nhất ${limit} mục.`, `At least ${limit} items.`];
    case 'enum': case 'const': return ['Giá trị không nằm trong danh mục.', 'The value is not in the list.'];
    case 'pattern': case 'format': return ['Không đúng định dạng.', 'Not in the expected form.'];
    default: return ['Giá trị không hợp lệ.', 'The value is not valid.'];
  }
}
