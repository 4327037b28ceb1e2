import { Check } from 'typebox/value';
import type { Json } from '../../engine/state.ts';
import { mapped, NoValue, valueOf, written, type Facts } from '../../procedures/described/mapping.ts';
import { readJson } from '../http/json-body.ts';
import type { PaymentDescription } from './description.ts';
import { PaymentNotice } from './notice.ts';
import { isSigned } from './signature.ts';
import { signedQuery } from './signed-query.ts';

/** Headers of a request by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** Reads what a provider sent, the body of a POST or the query of a GET, by its description: undefined unless it is signed with the secret and says what a notice must. */
export function readNotice(description: Pick<PaymentDescription, 'notice'>, secret: string | undefined, bytes: Uint8Array, headers: Headers, at: string): PaymentNotice | undefined {
  const { signature } = description.notice;
  if (secret === undefined) return undefined;
  if ('query' in signature) {
    const given = signedQuery(new TextDecoder().decode(bytes), signature);
    return given !== undefined && isSigned(secret, Buffer.from(given.text), given.signature, signature) ? dataOf(description, given.body, headers, at) : undefined;
  }
  // Over its exact bytes: of what is not signed nothing is even read.
  if (!('value' in signature) && signature.of === undefined && !isSigned(secret, bytes, headers[signature.header] ?? '', signature)) return undefined;
  const body = jsonOf(bytes);
  if (body === undefined) return undefined;
  if (signature.of !== undefined) {
    const facts: Facts = { data: { body, headers }, at };
    const text = orNothing(() => written(valueOf(signature.of ?? '', facts, 'notice/signature/of'), 'notice/signature/of'));
    const given = 'value' in signature ? orNothing(() => written(valueOf(signature.value, facts, 'notice/signature/value'), 'notice/signature/value')) : headers[signature.header];
    if (text === undefined || given === undefined || !isSigned(secret, Buffer.from(text), given, signature)) return undefined;
  }
  return dataOf(description, body, headers, at);
}

/** What a notice says; undefined when that is none. */
export function dataOf({ notice: { data } }: Pick<PaymentDescription, 'notice'>, body: Json, headers: Headers, at: string): PaymentNotice | undefined {
  const notice = orNothing(() => mapped(data, { data: { body, headers }, at }, 'notice/data'));
  return Check(PaymentNotice, notice) ? notice : undefined;
}

function orNothing<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}

function jsonOf(bytes: Uint8Array): Json | undefined {
  try {
    const read = readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return 'value' in read ? read.value : undefined;
  } catch {
    return undefined;
  }
}
