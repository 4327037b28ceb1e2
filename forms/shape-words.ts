/** A fault of JSON Schema, as ajv and typebox tell it. */
interface ShapeFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

const listed = (value: unknown): string => (Array.isArray(value) ? value : [value]).map((one) => `“${String(one)}”`).join(', ');

/** In Vietnamese, what is wrong with the shape of a file, at a place given as a JSON pointer. */
export function shapeWords({ keyword, instancePath, params }: ShapeFault): string {
  const given = params as Readonly<Record<string, unknown>>;
  const place = instancePath === '' ? 'ngoài cùng của tệp' : `chỗ “${instancePath.slice(1).replaceAll('/', ' › ')}”`;
  const words: Readonly<Record<string, () => string>> = {
    required: () => `thiếu ${listed(given['requiredProperties'] ?? given['missingProperty'])}`,
    additionalProperties: () => `có mục không biết là gì: ${listed(given['additionalProperties'] ?? given['additionalProperty'])}`,
    anyOf: () => (given['requiredProperties'] === undefined ? 'chưa đúng dạng' : `thiếu một trong ${listed(given['requiredProperties'])}`),
    type: () => 'sai kiểu giá trị',
    minLength: () => 'còn để trống',
    minItems: () => 'còn thiếu dòng',
    pattern: () => 'viết chưa đúng cách',
    format: () => 'viết chưa đúng cách',
    enum: () => 'không phải một trong các giá trị được dùng',
    const: () => 'không phải giá trị được dùng',
  };
  return `${place} ${words[keyword]?.() ?? 'chưa đúng dạng'}`;
}
