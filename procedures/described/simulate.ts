import type { Json } from '../../engine/state.ts';
import type { Description, Exchange } from './description.ts';
import { judge, shapeFault, type Response, type Verdict } from './judge.ts';
import { holds, mapped, NoValue, type Facts } from './mapping.ts';
import { factsOf, partsOf, requestOf, type CallFacts, type Request } from './request.ts';

/** Parts of a path, read back from an address; undefined when it is not of this exchange. */
export function pathFits(exchange: Exchange, method: string, path: string): boolean {
  if (exchange.method !== method) return false;
  const said = partsOf(exchange.path).map(({ text, feel }) => (feel ? '{}' : text)).join('').split('/');
  const came = path.split('?')[0]!.split('/');
  // A part that holds FEEL fits any: compared text by text, no pattern is built of what somebody wrote.
  return said.length === came.length && said.every((part, index) => (part.includes('{}') ? fitsAround(part, came[index]!) : part === came[index]));
}

const fitsAround = (part: string, came: string): boolean => came.startsWith(part.slice(0, part.indexOf('{}'))) && came.endsWith(part.slice(part.lastIndexOf('{}') + 2)) && came !== '';

/** What the stand-in answers to a request. Throws NoValue when nothing of what is simulated fits. `turn` counts how often this very request came, from 1. */
export function simulatedAnswer(exchange: Exchange, request: Request, turn: number, at: string, place: string): Response {
  const [path = '', query = ''] = request.path.split('?');
  const facts: Facts = { at, data: { turn, request: { path: path.split('/').slice(1).map((part) => decodeURIComponent(part)), query: Object.fromEntries(new URLSearchParams(query)), headers: request.headers, body: request.body === undefined ? null : (JSON.parse(request.body) as Json) } } };
  const index = exchange.simulated.findIndex(({ when }, nth) => holds(when, facts, `${place}/simulated/${nth}/when`));
  const found = exchange.simulated[index];
  if (found === undefined) throw new NoValue(`expected the stand-in to answer, but nothing of ${place}/simulated fits`);
  return { status: found.status, headers: found.headers ?? {}, body: found.body === undefined ? null : mapped(found.body, facts, `${place}/simulated/${index}/body`) };
}

/** One request and answer of a call that is tried out. */
export interface Turn { readonly request?: Request; readonly response: Response }
export interface Tried { readonly turns: readonly Turn[]; readonly verdict: Verdict }

const mostTurns = 10;

/** A whole call at its stand-in, in memory: the request, the answer, what follows when it comes later, and what it means. */
export function tryOut(description: Description, call: CallFacts): Tried {
  const turns: Turn[] = [];
  const ended = (verdict: Verdict): Tried => ({ turns, verdict });
  const fault = shapeFault(description.inputs, call.inputs);
  if (fault !== undefined) return ended({ failed: `expected the inputs of "${description.name}" to have their shape, but ${fault}`, code: 'inputs-invalid' });
  try {
    const once = (exchange: Exchange, facts: CallFacts, turn: number, place: string): Verdict => {
      const request = requestOf(exchange, facts, place);
      const response = simulatedAnswer(exchange, request, turn, facts.call.at, place);
      turns.push({ request, response });
      return judge(description, exchange.answers, response, facts, place);
    };
    const first = once(description.call, call, 1, 'call');
    const { later } = description;
    if (!('wait' in first)) return ended(first);
    if (later === undefined) return ended({ failed: 'expected "later" to say how the answer comes, but it does not', code: 'later-missing' });
    const waiting = { ...call, later: first.wait };
    if ('callback' in later) {
      const response: Response = { status: 200, headers: {}, body: mapped(later.callback.simulated.body, factsOf(waiting), 'later/callback/simulated/body') };
      turns.push({ response });
      return ended(judge(description, later.callback.answers, response, waiting, 'later/callback'));
    }
    for (let turn = 1; turn <= mostTurns; turn += 1) {
      const next = once(later.poll, waiting, turn, 'later/poll');
      if (!('wait' in next)) return ended(next);
    }
    return ended({ failed: `expected the stand-in to come to an end within ${mostTurns} questions, but it does not`, code: 'later-endless' });
  } catch (error) {
    if (error instanceof NoValue) return ended({ failed: error.message, code: 'mapping-failed' });
    throw error;
  }
}
