import { startedBy, type Start } from '../engine/started-by.ts';
import type { Transaction } from '../storage/store.ts';
import type { PostRow } from '../storage/tables/posts.ts';
import { Refused } from './answer.ts';
import { beginDossier } from './begin-dossier.ts';
import { beginByOffice, needsApplicant } from './begin-by-office.ts';
import { procedureOf, save, type OpenDossier } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import { rowId } from './row-id.ts';
import type { Surroundings } from './runtime.ts';

/** The id of a dossier that a post begins at a place is known before it exists: there it begins once. */
export const newbornId = (postId: string, { key }: Pick<RunnableProcedure, 'key'>, { node }: Start): string => rowId(postId, `${key} ${node}`);

interface Begins {
  readonly id: string;
  /** The procedure's. */
  readonly hash: string;
  readonly post: PostRow;
  /** Who has had it tried again, after it could not begin. */
  readonly retriedBy: string | null;
}

/** A dossier begins because another one, or a program outside, said something; what was said is its data. */
export async function beginByPost(world: Surroundings, tx: Transaction, begins: Begins): Promise<OpenDossier> {
  const { id, hash, post } = begins;
  const procedure = await procedureOf(world, tx, hash);
  const start = startedBy(procedure.definition, { kind: post.kind, name: post.name }).find((one) => newbornId(post.id, procedure, one) === id);
  if (start === undefined) throw unable(`expected ${procedure.key} to begin by ${post.kind} "${post.name}" as ${id}, but it does not`);
  const open = await (post.sender === null ? fromDossier(world, tx, begins, procedure, start) : fromOutside(world, tx, begins, procedure, start));
  await save(open);
  return open;
}

/** Of the same unit, for the same applicant; `origin` names the other dossier. */
async function fromDossier(world: Surroundings, tx: Transaction, { id, post, retriedBy }: Begins, procedure: RunnableProcedure, start: Start): Promise<OpenDossier> {
  const from = await tx.dossiers.first({ id: post.dossierId });
  const unit = from && (await tx.units.first({ id: from.unitId }));
  if (from === undefined || unit === undefined) throw new Error(`expected the dossier and unit of post ${post.id}, but they are gone`);
  const unfit = from.applicantAccount === null ? needsApplicant(procedure, start.node) : undefined;
  if (unfit !== undefined) throw unable(unfit);
  const { receivingUnitId, applicantAccount, applicantName, applicantPhone, subject, channel } = from;
  return beginDossier(world, tx, {
    id, procedure, unit, row: { receivingUnitId, applicantAccount, applicantName, applicantPhone, subject, channel }, start, at: world.now(), by: 'system', retriedBy,
    data: { applicant: from.data['applicant'] ?? {}, ...post.data, origin: { dossier: from.id, code: from.code } },
    about: { name: post.name, from: from.id, post: post.id },
  });
}

/** Of the procedure's own office, dated when it was said. */
async function fromOutside(world: Surroundings, tx: Transaction, { id, post, retriedBy }: Begins, procedure: RunnableProcedure, start: Start): Promise<OpenDossier> {
  const unit = procedure.office === undefined ? undefined : await tx.units.first({ code: procedure.office });
  if (unit === undefined) throw unable(`expected ${procedure.key} to name the unit that has its dossiers, but it names none`);
  return beginByOffice(world, tx, { id, procedure, unit, start, at: post.thrownAt, by: post.sender ?? 'system', retriedBy, data: post.data, about: { name: post.name, post: post.id } });
}

const unable = (message: string): Refused => new Refused({ ok: false, refused: 'invalid', message, faults: [{ path: '', message }] });
