import { Type, type Static } from 'typebox';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { mapped, NoValue } from '../../procedures/described/mapping.ts';
import { orNull, shape } from '../api/shape.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from '../http/language.ts';
import { faultsOf } from '../http/validate.ts';
import type { FromMessage, IntakeDescription } from './description.ts';

/** Who filed, as the portal vouches for. */
export const Person = shape({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  idNo: Type.String({ pattern: '^[0-9]{12}$' }),
  phone: orNull(Type.String({ pattern: '^[0-9+ .-]{8,20}$' })),
  email: orNull(Type.String({ minLength: 3, maxLength: 200 })),
});
export type Person = Static<typeof Person>;

/** What every message says, whatever the procedure. */
const Head = shape({ code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$' }), procedure: Type.String({ minLength: 1, maxLength: 50 }), person: Person, supplement: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) });
export type Head = Static<typeof Head>;

export type Read<Value> = { readonly value: Value } | { readonly faults: readonly FieldProblem[] };

/** Code, procedure and person of a message; or what is wrong with it, with its place. */
export function headOf({ message, data }: Pick<IntakeDescription, 'message' | 'data'>, body: Json, at: string, language: Language): Read<Head> {
  const faults = faultsOf(message as never, body, language);
  if (faults.length > 0) return { faults };
  const head = valueOf(data, body, at, 'data', language);
  if ('faults' in head) return head;
  const { supplement = null, ...filed } = head.value as Data;
  const said = supplement === null ? filed : { ...filed, supplement };
  const wrong = faultsOf(Head, said, language);
  return wrong.length > 0 ? { faults: wrong } : { value: said as unknown as Head };
}

/** The answers of the application form; what the message leaves out is not answered. */
export function applicationOf({ application }: Pick<FromMessage, 'application'>, body: Json, at: string, language: Language): Read<Data> {
  const read = valueOf(application, body, at, 'application', language);
  if ('faults' in read) return read;
  const value = withoutNulls(read.value);
  return { value: isObject(value) ? value : {} };
}

/** How the result is wanted, where the form does not ask. */
export function deliveryOf({ delivery }: Pick<FromMessage, 'delivery'>, body: Json, at: string, language: Language): Read<Data | undefined> {
  if (delivery === undefined) return { value: undefined };
  const read = valueOf(delivery, body, at, 'delivery', language);
  return 'faults' in read ? read : { value: isObject(read.value) ? (withoutNulls(read.value) as Data) : undefined };
}

function valueOf(mapping: FromMessage['application'], body: Json, at: string, place: string, language: Language): Read<Json> {
  try {
    return { value: mapped(mapping, { data: { body }, at }, place) };
  } catch (error) {
    if (!(error instanceof NoValue)) throw error;
    return { faults: [{ path: place, message: language === 'vi' ? `Không đọc được nội dung theo bản mô tả: ${error.message}` : error.message }] };
  }
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null).map(([name, one]) => [name, withoutNulls(one)]));
}
