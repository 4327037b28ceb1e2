import { Equal } from 'typebox/value';
import type { Data } from '../../engine/state.ts';
import type { Description, Sample } from './description.ts';
import type { Verdict } from './judge.ts';
import { saidOf } from './said.ts';
import { tryOut, type Turn } from './simulate.ts';

/** What a sample came to at the stand-in: nothing is sent anywhere. */
export interface TriedSample extends Sample {
  readonly came: Sample['expect'];
  /** Whether that is what the sample expects. */
  readonly holds: boolean;
  /** What its answer comes to in words. */
  readonly said?: NonNullable<ReturnType<typeof saidOf>>;
  /** Why it came to an incident. */
  readonly why?: string;
  /** Requests and answers in their order. */
  readonly turns: readonly Turn[];
}

const sampleCall = { dossier: { code: '000.00.00.H29-261120-0001' }, call: { key: 'sample', at: '2026-11-20T02:00:00.000Z', callback: 'https://motcua.example/api/connectors/answers/sample' } };

/** Every sample of a description, in memory; a description of the right shape never makes it throw. */
export const triedSamples = (description: Description): readonly TriedSample[] =>
  description.samples.map((sample) => {
    const { verdict, turns } = tryOut(description, { ...sampleCall, inputs: sample.inputs as Data });
    const came = outcomeOf(verdict);
    const said = 'done' in verdict ? saidOf(description, verdict.done, sampleCall.call.at) : undefined;
    const wordless = 'done' in verdict && description.said !== undefined && said === undefined;
    return {
      ...sample, came, holds: Equal(came, sample.expect) && !wordless, turns, ...(said && { said }),
      ...('failed' in verdict && { why: verdict.failed }), ...(wordless && { why: 'expected "said" to be a sentence in both languages, but it is none' }),
    };
  });

const outcomeOf = (verdict: Verdict): Sample['expect'] => ('done' in verdict ? { done: verdict.done } : 'error' in verdict ? { error: verdict.error } : 'failed' in verdict ? { incident: verdict.code } : { retry: true });
