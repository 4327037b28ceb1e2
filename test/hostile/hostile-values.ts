import type { TSchema } from 'typebox';

type Members = { [name: string]: unknown };
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Bodies that are no JSON we take, whatever the route. Each answers 400 or 413. */
export const brokenBodies: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['nothing', ''],
  ['half an object', '{"a":'],
  ['two values', '{}{}'],
  ['a comment', '{/* */}'],
  ['single quotes', "{'a':1}"],
  ['NaN', '{"a":NaN}'],
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['65 levels', nested(65)],
  ['400,000 levels', nested(400_000)],
  ['__proto__', '{"__proto__":{"polluted":1}}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"polluted":1}}}'],
  ['__proto__ far inside', '{"data":{"a":[{"__proto__":{"polluted":1}}]}}'],
  ['a member twice', '{"a":1,"a":2}'],
  ['a member twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a number past all precision', '{"a":123456789012345678901234567890}'],
  ['an infinite number', '{"a":1e999}'],
  ['a lone surrogate', '{"a":"\\ud800"}'],
  ['NUL in a text', '{"a":"\\u0000"}'],
  ['NUL in a name', '{"a\\u0000":1}'],
];

const texts: readonly string[] = [
  '', ' ', 'Việt'.normalize('NFD'), '\u202egnp.exe\u202c', '\u2066a\u2069', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{7*7}}', '${process.exit()}', "' OR 1=1 --",
  '%00', '%', '_', '\\', '../../../../etc/passwd', 'file:///etc/passwd', '\u001b[31m', 'a\r\nSet-Cookie: x=1', '__proto__', 'constructor', 'NaN', 'null', '🏠'.repeat(200), 'x'.repeat(200_000), '\uffff\ufdd0', '٣٤',
];
const numbers: readonly number[] = [-1, 0, 0.5, -0, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53 - 1), 1e21, 1e300, 5e-324];
const others: readonly unknown[] = [null, true, [], {}, [[]], [null], { a: { b: {} } }, Array.from({ length: 5000 }, () => 0), Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`m${index}`, index]))];
const strange: readonly unknown[] = [...texts, ...numbers, ...others];
/** Those that a schema alone does not stop at once; the rest are tried on the whole body only. */
const telling = strange.filter((value) => value === null || typeof value !== 'object' || JSON.stringify(value).length < 100).filter((value) => typeof value !== 'string' || value.length < 1000);

/** What the schema calls for, as plainly as can be. */
export function plain(schema: TSchema): unknown {
  const { type, properties, required = [], anyOf, enum: values, const: constant, pattern, minimum, items, minItems } = schema as TSchema & { readonly [keyword: string]: never } as unknown as {
    type?: string; properties?: Record<string, TSchema>; required?: string[]; anyOf?: TSchema[]; enum?: unknown[]; const?: unknown; pattern?: string; minimum?: number; items?: TSchema; minItems?: number;
  };
  if (constant !== undefined) return constant;
  if (values !== undefined) return values[0];
  if (anyOf !== undefined) return plain(anyOf[0] as TSchema);
  switch (type) {
    case 'object': return Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => required.includes(name)).map(([name, one]) => [name, plain(one)]));
    case 'array': return items === undefined ? [] : Array.from({ length: minItems ?? 0 }, () => plain(items));
    case 'integer': case 'number': return minimum ?? 1;
    case 'boolean': return true;
    default: return pattern === undefined ? 'x' : ['construction-permit-house', '0000', 'process.bpmn', 'a'.repeat(64), 'x'].find((text) => new RegExp(pattern, 'u').test(text)) ?? 'x';
  }
}

/** Every body that differs from a plain one in one member, by something strange, missing or added. */
export function* hostileBodies(schema: TSchema): Generator<readonly [what: string, body: unknown]> {
  for (const value of strange) yield ['the whole', value];
  const { properties = {} } = schema as unknown as { properties?: Record<string, TSchema> };
  const base = plain(schema) as Members;
  for (const extra of ['id', 'status', 'state', 'accountId', 'ownerAccount', 'applicantAccount', 'role', 'unitId', 'amount', 'version', 'createdAt', 'actor', 'force', 'at', 'hash', 'toString', 'valueOf', 'hasOwnProperty']) {
    if (!Object.hasOwn(properties, extra)) yield [`+${extra}`, { ...base, [extra]: 'x' }];
  }
  for (const name of Object.keys(properties)) {
    const { [name]: _, ...without } = base;
    yield [`-${name}`, without];
    // A third each: together the members of all routes meet every value many times.
    for (const value of telling.filter((_, index) => (index + name.length) % 3 === 0)) yield [name, { ...base, [name]: value }];
    for (const value of [null, -1, 1e300, '<script>', { a: { a: [] } }, 'x'.repeat(200_000)]) yield [`${name}/`, { ...base, [name]: { a: value } }];
  }
}
