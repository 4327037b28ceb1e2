import { startTimers } from '../engine/self-started.ts';
import type { Transaction } from '../storage/store.ts';
import type { StartTurnRow } from '../storage/tables/start-turns.ts';
import { Refused } from './answer.ts';
import { beginByOffice } from './begin-by-office.ts';
import { beginByPost } from './begin-by-post.ts';
import { save, type OpenDossier } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { Surroundings } from './runtime.ts';

/**
 * The dossier of one turn of a timer begins, dated when the timer was due, or that of a word that could not begin it before, on the version that is offered now: a fault that a new version
 * mends is mended for the turns that it kept waiting. Refused when no version is offered that begins so, or the engine rejects the start.
 */
export async function beginTurn(world: Surroundings, tx: Transaction, turn: StartTurnRow): Promise<OpenDossier> {
  const { dossierId, procedureKey, node, part, unitId, dueAt, retriedBy } = turn;
  const procedure = await world.current(tx, procedureKey);
  if (procedure === undefined) throw unable(`expected ${procedureKey} to be offered, but it is not`);
  if (turn.postId !== null) return beginAgain(world, tx, turn, procedure);
  if (!startTimers(procedure.definition).some((start) => start.node === node && start.part === part)) throw unable(`expected the version of ${procedureKey} that is offered to begin by a timer at ${node}, but it does not`);
  const unit = await tx.units.first({ id: unitId });
  if (unit === undefined) throw unable(`expected unit ${unitId} of start timer ${node}, but it is gone`);
  await tx.startTurns.remove({ dossierId });
  const about = { node, dueAt, firedAt: world.now() };
  const open = await beginByOffice(world, tx, { id: dossierId, procedure, unit, start: { node }, at: dueAt, by: 'system', retriedBy, data: {}, about });
  await save(open);
  return open;
}

async function beginAgain(world: Surroundings, tx: Transaction, { dossierId, postId, node, retriedBy }: StartTurnRow, { hash }: RunnableProcedure): Promise<OpenDossier> {
  const post = await tx.posts.first({ id: postId ?? '' });
  if (post === undefined) throw unable(`expected the post ${postId} to be kept, but it is gone`);
  await tx.startTurns.remove({ dossierId });
  return beginByPost(world, tx, { id: dossierId, node, hash, post, retriedBy });
}

const unable = (message: string): Refused => new Refused({ ok: false, refused: 'invalid', message, faults: [{ path: '', message }] });
