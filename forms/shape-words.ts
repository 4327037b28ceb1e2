import type { LocalText } from './text.ts';

/** A fault of JSON Schema, as ajv and typebox tell it. */
interface ShapeFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

type Given = Readonly<Record<string, unknown>>;

/** How texts of a pattern are written, by the pattern. */
export type Written = Readonly<Record<string, LocalText>>;

const quoted = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map((one) => `“${String(one)}”`);
const listed = (value: unknown): string => quoted(value).join(', ');
const both = (vi: string, en: string): LocalText => ({ vi, en });

const types: Readonly<Record<string, LocalText>> = {
  string: both('chữ, trong ngoặc kép', 'text, in quotation marks'), object: both('một nhóm mục { … }', 'a group of members { … }'), array: both('một danh sách [ … ]', 'a list [ … ]'),
  integer: both('một số nguyên', 'a whole number'), number: both('một số', 'a number'), boolean: both('true hoặc false', 'true or false'), null: both('null', 'null'),
};

function typed(type: unknown): LocalText {
  const names = (Array.isArray(type) ? type : [type]).map((name) => types[String(name)] ?? both(String(name), String(name)));
  return both(names.map(({ vi }) => vi).join(' hoặc '), names.map(({ en }) => en).join(' or '));
}

const says: Readonly<Record<string, (given: Given, written: Written) => LocalText>> = {
  required: (given) => both(`thiếu ${listed(given['requiredProperties'] ?? given['missingProperty'])}`, `lacks ${listed(given['requiredProperties'] ?? given['missingProperty'])}`),
  additionalProperties: (given) => both(`có mục không biết là gì: ${listed(given['additionalProperties'] ?? given['additionalProperty'])}`, `has members that nothing reads: ${listed(given['additionalProperties'] ?? given['additionalProperty'])}`),
  anyOf: (given) => (given['requiredProperties'] === undefined ? both('chưa đúng dạng', 'is none of what may stand there') : both(`thiếu một trong ${listed(given['requiredProperties'])}`, `lacks one of ${listed(given['requiredProperties'])}`)),
  type: (given) => (given['type'] === undefined ? both('sai kiểu giá trị', 'is of the wrong kind') : both(`phải là ${typed(given['type']).vi}`, `must be ${typed(given['type']).en}`)),
  minLength: () => both('còn để trống', 'is empty'),
  minItems: () => both('còn thiếu dòng', 'lacks entries'),
  maxLength: (given) => both(`dài quá ${String(given['limit'])} ký tự`, `is longer than ${String(given['limit'])} characters`),
  minimum: (given) => both(`phải từ ${String(given['limit'])} trở lên`, `must be at least ${String(given['limit'])}`),
  maximum: (given) => both(`phải từ ${String(given['limit'])} trở xuống`, `must be at most ${String(given['limit'])}`),
  pattern: (given, written) => {
    const how = written[String(given['pattern'])];
    return how === undefined ? both('viết chưa đúng cách', 'is not written as it must be') : both(`phải viết là ${how.vi}`, `must be written as ${how.en}`);
  },
  format: () => both('viết chưa đúng cách', 'is not written as it must be'),
  enum: (given) => (given['allowedValues'] === undefined ? both('không phải một trong các giá trị được dùng', 'is none of the values that may stand there') : both(`phải là một trong ${listed(given['allowedValues'])}`, `must be one of ${listed(given['allowedValues'])}`)),
  const: (given) => (given['allowedValue'] === undefined ? both('không phải giá trị được dùng', 'is not the value that may stand there') : both(`phải là ${listed(given['allowedValue'])}`, `must be ${listed(given['allowedValue'])}`)),
};

/** In both languages, what is wrong with the shape of a file and what was expected, at a place given as a JSON pointer. */
export function shapeWords({ keyword, instancePath, params }: ShapeFault, written: Written = {}): LocalText {
  const { vi, en } = says[keyword]?.(params as Given, written) ?? both('chưa đúng dạng', 'is not of the right shape');
  const place = instancePath.slice(1).replaceAll('/', ' › ');
  return both(`${place === '' ? 'ngoài cùng của tệp' : `chỗ “${place}”`} ${vi}`, `${place === '' ? 'the outermost level' : `“${place}”`} ${en}`);
}
