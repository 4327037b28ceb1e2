import type { Transaction } from '../../storage/store.ts';
import { Refused, type Answer } from '../answer.ts';
import type { FailedWord, SkipWord } from '../command.ts';
import type { Surroundings } from '../runtime.ts';
import { invalid } from '../supplement.ts';
import { MAX_ATTEMPTS } from '../work/backoff.ts';
import { handOrPutOff } from '../work/deliver-due.ts';

interface Told {
  readonly dossiers: number;
}

/** A word that could not begin a dossier stands among the failed starts (failed-start.ts). */
const failedOf = (postId: string) => ({ postId, begins: null, status: 'failed' }) as const;

/** A person has mended what kept a word from its dossiers: each is tried once more. */
export async function openAgain(_world: Surroundings, tx: Transaction, now: string, { actor, postId }: FailedWord): Promise<Told> {
  const dossiers = await tx.deliveries.update(failedOf(postId), { status: 'open', runAt: now, attempts: MAX_ATTEMPTS - 1, error: null, retriedBy: actor });
  if (dossiers === 0) throw notFailed(postId);
  return { dossiers };
}

/** The first is tried at once, so that whoever asked for it hears why it fails again. */
export async function triedAgain(world: Surroundings, { postId }: FailedWord, answer: Answer<Told>): Promise<Answer<Told>> {
  if (!answer.ok || answer.repeated) return answer;
  const first = await world.store.read((tx) => tx.deliveries.first({ postId, begins: null, status: 'open' }, { order: [['dossierId', 'asc']] }));
  if (first === undefined) return answer;
  await handOrPutOff(world, first);
  const again = await world.store.read((tx) => tx.deliveries.first({ ...failedOf(postId), dossierId: first.dossierId }));
  return again === undefined ? answer : invalid([{ path: '', message: again.error ?? '' }]).refusal;
}

/** They will not have it: for whoever knows that it is not needed any more. The house log keeps who said so and why. */
export async function skipWord({ newId }: Surroundings, tx: Transaction, now: string, { actor, postId, reason }: SkipWord): Promise<Told> {
  if (reason.trim() === '') throw invalid([{ path: 'reason', message: 'expected a reason, but it is empty' }]);
  const post = await tx.posts.first({ id: postId });
  const dossiers = await tx.deliveries.update(failedOf(postId), { status: 'dropped' });
  if (post === undefined || dossiers === 0) throw notFailed(postId);
  const { kind, name, thrownAt } = post;
  await tx.houseLog.insert({ id: newId(), at: now, actor, kind: 'word.skip', subject: postId, note: reason.trim(), detail: { kind, name, thrownAt, dossiers } });
  return { dossiers };
}

const notFailed = (postId: string): Refused =>
  new Refused({ ok: false, refused: 'not-found', message: `expected dossiers to which ${postId} could not be handed, but there are none` });
