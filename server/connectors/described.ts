import type { Json } from '../../engine/state.ts';
import type { Callback, Description, Exchange } from '../../procedures/described/description.ts';
import { judge, shapeFault, type Response, type Verdict } from '../../procedures/described/judge.ts';
import { mapped, NoValue } from '../../procedures/described/mapping.ts';
import { factsOf, requestOf, type CallFacts } from '../../procedures/described/request.ts';
import { simulatedAnswer } from '../../procedures/described/simulate.ts';
import { usual } from '../../procedures/described/usual.ts';
import type { Call, Connector, Outcome } from '../../runtime/connector.ts';
import { authorized, SecretMissing } from '../outside/authorize.ts';
import { NotAnswered, send } from '../outside/send.ts';
import { knows, type Systems } from '../outside/systems.ts';
import type { Services } from '../services.ts';

type House = Pick<Services, 'store' | 'library' | 'configuration' | 'now'>;

/**
 * Does what a package describes in `connectors/<name>.json`: asks the system, tries again as the description says, waits for answers that
 * come later, and hands the step what was answered. Every try carries the same key. Nothing of what is sent or answered is logged.
 */
export function describedConnector(house: House): Connector {
  const turns = new Map<string, number>();
  return {
    kind: 'external',
    timeout: 50_000,
    async call(call, signal) {
      const description = await descriptionOf(house, call);
      if (description === undefined) return { failed: `expected the step "${call.node}" to ask for a connector that its procedure describes, but it does not`, code: 'connector-unknown' };
      return callDescribed({ ...house.configuration, turns }, description, call, house.now(), signal);
    },
  };
}

/** The description that the dossier's version has for the step, as it stands now: another version may have mended it. */
export async function descriptionOf({ store, library }: Pick<House, 'store' | 'library'>, { dossier, node }: Pick<Call, 'dossier' | 'node'>): Promise<Description | undefined> {
  const pack = await store.read((tx) => library.version(tx, dossier.procedureHash));
  return pack?.connectors.get(pack.definition.nodes[node]?.step.connector ?? '');
}

/** What of a call stands in its request: not all calls are asked for by a step. */
type Asking = Omit<Call, 'dossier' | 'node'> & { readonly dossier: Pick<Call['dossier'], 'code'> };

export interface Reach {
  readonly systems: Systems;
  readonly publicUrl: string;
  /** How often each request came to a system that is played. */
  readonly turns: Map<string, number>;
}

/** One try of a call. Never throws for what the system, the mappings or the configuration do. */
export async function callDescribed(reach: Reach, description: Description, call: Asking, now: string, signal: AbortSignal): Promise<Outcome> {
  const { systems } = reach;
  const facts = callFacts(call, reach.publicUrl);
  const fault = shapeFault(description.inputs, call.inputs);
  if (fault !== undefined) return { failed: `expected the inputs of "${description.name}" to have their shape, but ${fault}`, code: 'inputs-invalid' };
  if (!knows(systems, description.system)) return { failed: `expected the system "${description.system}" in the file of systems (MOTCUA_SYSTEMS), but it is not there`, code: 'system-unknown' };
  const { later } = description;
  if (call.waiting !== null && later !== undefined && Date.parse(now) - Date.parse(call.waiting.since) >= ('poll' in later ? later.poll : later.callback).forSeconds * 1000) {
    return { failed: `expected "${description.name}" to answer in time, but nothing came since ${call.waiting.since}`, code: 'answer-late' };
  }
  try {
    if (call.waiting !== null && later !== undefined && 'callback' in later) return calledBack(reach, description, later.callback, call, facts);
    const [exchange, place] = call.waiting !== null && later !== undefined && 'poll' in later ? [later.poll, 'later/poll'] as const : [description.call, 'call'] as const;
    const response = await ask(reach, description, exchange, facts, place, call, signal);
    return outcomeOf(description, judge(description, exchange.answers, response, facts, place), call, systems);
  } catch (error) {
    if (error instanceof NoValue) return { failed: error.message, code: 'mapping-failed' };
    if (error instanceof SecretMissing) return { failed: error.message, code: 'secret-missing' };
    if (error instanceof NotAnswered) return error.lasting === undefined ? again(description, call, error.message) : { failed: error.message, code: error.lasting };
    throw error;
  }
}

const callFacts = ({ inputs, dossier, key, at, job, waiting }: Asking, publicUrl: string): CallFacts => ({
  inputs, dossier: { code: dossier.code }, call: { key, at, callback: `${publicUrl}/api/connectors/answers/${job}` }, ...(waiting !== null && { later: waiting.with }),
});

/** A system that is played calls back by itself; one that is there calls when it will (routes/connectors.ts). */
function calledBack({ systems }: Reach, description: Description, { answers, simulated }: Callback, call: Asking, facts: CallFacts): Outcome {
  if (systems !== 'simulated') return outcomeOf(description, { wait: call.waiting?.with ?? null }, call, systems);
  const response = { status: 200, headers: {}, body: mapped(simulated.body, factsOf(facts), 'later/callback/simulated/body') };
  return outcomeOf(description, judge(description, answers, response, facts, 'later/callback'), call, systems);
}

async function ask({ systems, turns }: Reach, description: Description, exchange: Exchange, facts: CallFacts, place: string, call: Asking, signal: AbortSignal): Promise<Response> {
  const request = requestOf(exchange, facts, place);
  if (systems === 'simulated') {
    const turn = (turns.get(`${call.job} ${place}`) ?? 0) + 1;
    turns.set(`${call.job} ${place}`, turn);
    return simulatedAnswer(exchange, request, turn, facts.call.at, place);
  }
  const seconds = exchange.timeoutSeconds ?? usual.timeoutSeconds;
  const system = systems[description.system]!;
  return send(system, authorized(request, description.auth, system), { signal: AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]), largest: exchange.largestAnswer ?? usual.largestAnswer });
}

function outcomeOf(description: Description, verdict: Verdict, call: Asking, systems: Systems): Outcome {
  if ('retry' in verdict) return again(description, call, verdict.retry, verdict.after);
  if (!('wait' in verdict)) return verdict;
  const { later } = description;
  if (later === undefined) return { failed: 'expected "later" to say how the answer comes, but it does not', code: 'later-missing' };
  if ('poll' in later) return { wait: verdict.wait, after: later.poll.everySeconds * 1000 };
  // Whoever calls back ends the wait; the machine looks again only to say that nobody did. A system that is played calls back at once.
  return { wait: verdict.wait, after: systems === 'simulated' ? 0 : later.callback.forSeconds * 1000 };
}

/** The next try: when the system said, else after a wait that doubles. */
function again({ retry = {} }: Description, { attempt }: Asking, why: string, after?: number): Outcome {
  const { attempts = usual.attempts, firstSeconds = usual.firstSeconds, longestSeconds = usual.longestSeconds } = retry;
  const wait = Math.min(firstSeconds * 2 ** (attempt - 1), longestSeconds);
  return { retry: why, last: attempt >= attempts, after: Math.max(wait, Math.min(after ?? 0, 86_400)) * 1000 };
}

/** What a body that a system called back with means for the work that waits for it. */
export const judgeCallback = (description: Description, { answers }: Callback, body: Json, call: Asking, publicUrl: string): Outcome =>
  outcomeOf(description, judge(description, answers, { status: 200, headers: {}, body }, callFacts(call, publicUrl), 'later/callback'), call, {});
