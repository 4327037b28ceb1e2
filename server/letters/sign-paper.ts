import { buffer } from 'node:stream/consumers';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { Call, Outcome } from '../../runtime/connector.ts';
import type { FileStore } from '../../storage/files.ts';
import { callDescribed, type Reach } from '../connectors/described.ts';
import { knows, type Systems } from '../outside/systems.ts';
import type { Services } from '../services.ts';
import { readSignature } from '../signing/cms.ts';
import { withRoom, withSignature } from '../signing/pdf-signature.ts';
import { standInSignature } from '../signing/stand-in.ts';
import { commonName } from '../signing/common-name.ts';

/** Who signs a paper: by `login` a service for signatures knows them. */
export interface Signer { readonly login: string; readonly name: string }

/** A paper that waits for its signature, in the row of its work: the same bytes over all tries. */
interface Unsigned {
  readonly made: Data;
  readonly signer: Signer;
  /** The file with room for a signature, and the hash of all else of it. */
  readonly prepared: string;
  readonly digest: string;
  /** What the service left to wait with, once it was asked. */
  readonly asked?: Json;
  /** What it answered. */
  readonly answered?: Json;
}

export interface Signing extends Reach {
  readonly files: FileStore;
  /** How the service of this installation is asked (`connectors/signature.sign.json`). */
  readonly description: Description;
  readonly now: () => string;
}

/** Whom signatures are asked of: a sample that names no service for them has its stand-in sign, as its bank is played too. */
export const systemsToSign = ({ configuration: { systems, sample }, signing: { system } }: Pick<Services, 'configuration' | 'signing'>): Systems => (sample && !knows(systems, system) ? 'simulated' : systems);

/** What a step that issues a letter was told of its signature. */
export const noteOfHand = ({ byHand }: Data): string => (typeof byHand === 'string' ? byHand : '');
export const isSignedDigitally = (inputs: Data): boolean => inputs['sign'] === true && noteOfHand(inputs) === '';

/** Whether there is a service at all; without one a person signs. */
export const noService = ({ systems, description: { system } }: Pick<Signing, 'systems' | 'description'>): Outcome | undefined =>
  knows(systems, system) ? undefined : { error: 'no-signing-service', message: `expected the system "${system}" in the file of systems (MOTCUA_SYSTEMS), but it is not there` };

/** Makes room for the signature and keeps the bytes, before anybody is asked: what is signed shall be what is issued. */
export async function unsigned({ files }: Pick<Signing, 'files'>, pdf: Uint8Array, made: Data, signer: Signer): Promise<Outcome> {
  const { bytes, digest } = withRoom(pdf, { name: signer.name, at: String(made['issuedAt']) });
  const { sha256 } = await files.put([bytes]);
  return { wait: { made, signer: { ...signer }, prepared: sha256, digest }, after: 0 };
}

/** One try to have a paper signed that waits for it; undefined when none does. */
export async function signOnce(signing: Signing, call: Call, signal: AbortSignal): Promise<Outcome | undefined> {
  const paper = unsignedOf(call);
  if (paper === undefined) return undefined;
  if (paper.answered !== undefined) return signedPaper(signing, paper, paper.answered);
  const outcome = await callDescribed(signing, signing.description, askingFor(call, paper), signing.now(), signal);
  return 'done' in outcome ? signedPaper(signing, paper, outcome.done) : whileWaiting(paper, outcome);
}

/** What an answer that came by itself means for the work that waits: a signature is put into the paper by the next try, which needs files. */
export const whenAnswered = (call: Call, outcome: Outcome): Outcome => whileWaiting(unsignedOf(call)!, outcome);

function whileWaiting(paper: Unsigned, outcome: Outcome): Outcome {
  if ('wait' in outcome) return { wait: { ...paper, asked: outcome.wait } as unknown as Json, after: outcome.after };
  return 'done' in outcome ? { wait: { ...paper, answered: outcome.done } as unknown as Json, after: 0 } : outcome;
}

const unsignedOf = ({ waiting }: Pick<Call, 'waiting'>): Unsigned | undefined => (isObject(waiting?.with) && 'digest' in waiting.with ? (waiting.with as unknown as Unsigned) : undefined);

/** The call of the service for a paper. Another paper of the same step is another request, also where a person has a failed one tried again. */
export function askingFor(call: Call, { digest, signer, made, asked } = unsignedOf(call)!): Call {
  return {
    ...call, key: `${call.key}:${digest.slice(0, 16)}`, inputs: { sha256: digest, signer: signer.login, title: String(made['name']) },
    waiting: asked === undefined || call.waiting === null ? null : { since: call.waiting.since, with: asked },
  };
}

async function signedPaper({ files, systems, now }: Signing, { made, signer, prepared, digest }: Unsigned, answer: Json): Promise<Outcome> {
  const given = isObject(answer) ? answer : {};
  const signature = systems === 'simulated' ? standInSignature(Buffer.from(digest, 'hex'), signer.name, now()) : Buffer.from(String(given['signature']), 'base64');
  const read = readSignature(signature);
  if (read === undefined) return { failed: 'expected a signature that can be read (CMS, one signer, SHA-256), but it is none', code: 'signature-unreadable' };
  if (!read.holds || read.digest.toString('hex') !== digest) return { failed: `expected a signature of the paper with the hash ${digest}, but it is of another`, code: 'signature-of-another' };
  const kept = await files.get(prepared);
  if (kept === undefined) throw new Error(`expected the bytes ${prepared} that were to be signed, but there are none`);
  const bytes = withSignature(await buffer(kept), signature);
  if (bytes === undefined) return { failed: `expected a signature that has room in the paper, but it takes ${signature.length} bytes`, code: 'signature-too-large' };
  const by = commonName(read.certificate.subject);
  return { done: { ...made, ...(await files.put([bytes])), signed: { signedAt: given['signedAt'] ?? null, digest, by } } };
}
