import { Errors } from 'typebox/value';
import type { Data, Json } from '../../engine/state.ts';
import type { Answer, Description, Shape } from './description.ts';
import { holds, mapped, NoValue, valueOf, written, type Facts } from './mapping.ts';
import { factsOf, type CallFacts } from './request.ts';

/** What a system answered. `body` is its JSON, null without one. */
export interface Response {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** What it means for the step. `after`: seconds that the system asks to be left alone (Retry-After). */
export type Verdict =
  | { readonly done: Json }
  | { readonly error: string; readonly message: string; readonly data?: Json }
  | { readonly wait: Json }
  | { readonly retry: string; readonly after?: number }
  | { readonly failed: string; readonly code: string };

const fits = (status: number, said: Answer['status']): boolean => (Array.isArray(said) ? said.some((one) => fits(status, one)) : typeof said === 'number' ? said === status : Math.floor(status / 100) === Number((said as string)[0]));
/** Statuses that pass by themselves (RFC 9110: request timeout, too early, too many requests, and the server's own troubles). */
const passes = (status: number): boolean => status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** What an answer means by what the description says of it; what it says nothing of is tried again when it passes by itself, and else an incident. Never throws for what the system answers. */
export function judge(description: Pick<Description, 'answer' | 'name'>, answers: readonly Answer[], response: Response, call: CallFacts, place: string): Verdict {
  const facts: Facts = { ...factsOf(call), data: { ...factsOf(call).data, status: response.status, headers: response.headers, body: response.body } };
  try {
    const index = answers.findIndex(({ status, when }, nth) => fits(response.status, status) && holds(when, facts, `${place}/answers/${nth}/when`));
    const answer = answers[index];
    if (answer === undefined) return unsaid(description.name, response, call.call.at);
    return meant(description, answer, response, facts, `${place}/answers/${index}`, call.call.at);
  } catch (error) {
    if (error instanceof NoValue) return { failed: error.message, code: 'mapping-failed' };
    throw error;
  }
}

function meant({ name, answer: shape }: Pick<Description, 'answer' | 'name'>, { means, data, code, message }: Answer, response: Response, facts: Facts, place: string, at: string): Verdict {
  const value = data === undefined ? null : mapped(data, facts, `${place}/data`);
  const why = message === undefined ? `"${name}" answered ${response.status}` : written(valueOf(message, facts, `${place}/message`), `${place}/message`).slice(0, 500);
  switch (means) {
    case 'done': {
      const fault = shapeFault(shape, value);
      return fault === undefined ? { done: value } : { failed: `expected the answer of "${name}" to have its shape, but ${fault}`, code: 'answer-invalid' };
    }
    case 'error': return { error: code ?? 'refused', message: why, ...(data !== undefined && { data: value }) };
    case 'wait': return { wait: value };
    case 'retry': return { retry: why, ...afterOf(response, at) };
    case 'incident': return { failed: why, code: code ?? 'connector-refused' };
  }
}

function unsaid(name: string, response: Response, at: string): Verdict {
  if (passes(response.status)) return { retry: `"${name}" answered ${response.status}`, ...afterOf(response, at) };
  return { failed: `expected an answer of "${name}" that its description knows, but it answered ${response.status}`, code: 'answer-unknown' };
}

/** Retry-After in seconds, as a number or a date (RFC 9110, 10.2.3). */
function afterOf({ headers }: Response, at: string): { readonly after?: number } {
  const said = headers['retry-after'];
  if (said === undefined) return {};
  const seconds = /^\d{1,9}$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - Date.parse(at)) / 1000);
  return Number.isFinite(seconds) && seconds >= 0 ? { after: seconds } : {};
}

/** What keeps a value from having a shape: the place, without the value. */
export function shapeFault(shape: Shape, value: Json | Data): string | undefined {
  const [fault] = Errors(shape as never, value);
  return fault === undefined ? undefined : `${fault.instancePath || 'the whole'} ${fault.message}`;
}
