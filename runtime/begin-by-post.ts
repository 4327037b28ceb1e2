import { startedBy, type Start } from '../engine/started-by.ts';
import type { Data } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import { filingFacts } from '../procedures/filing-facts.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { PostRow } from '../storage/tables/posts.ts';
import type { UnitRow } from '../storage/tables/units.ts';
import { Refused } from './answer.ts';
import { beginDossier, type Birth } from './begin-dossier.ts';
import { beginByOffice, needsApplicant } from './begin-by-office.ts';
import { filesAlong } from './files-along.ts';
import { delegatedKind } from './delegated-kind.ts';
import { nearestUnit } from './nearest-unit.ts';
import { procedureOf, save, type OpenDossier } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { Surroundings } from './runtime.ts';

/** The id of a dossier that a post begins at a place is known before it exists: there it begins once. No longer than others: it stands in addresses, and in the ids of all that the dossier has. */
export const newbornId = (postId: string, { key }: Pick<RunnableProcedure, 'key'>, { node }: Start): string => sha256(`${postId} ${key} ${node}`).slice(0, 32);

interface Begins {
  readonly id: string;
  /** Where it begins, as was made out when the word was said; unknown of words from before that was kept. */
  readonly node: string | undefined;
  /** The procedure's. */
  readonly hash: string;
  readonly post: PostRow;
  /** Who has had it tried again, after it could not begin. */
  readonly retriedBy: string | null;
}

/** A dossier begins because another one, or a program outside, said something; what was said is its data. */
export async function beginByPost(world: Surroundings, tx: Transaction, begins: Begins): Promise<OpenDossier> {
  const { id, node, hash, post } = begins;
  const procedure = await procedureOf(world, tx, hash);
  const start = startedBy(procedure.definition, { kind: post.kind, name: post.name }).find((one) => node === undefined || one.node === node);
  if (start === undefined) throw unable(`expected ${procedure.key} to begin by ${post.kind} "${post.name}" as ${id}, but it does not`);
  const first = Object.keys(post.keys).length > 0 ? { ...start, keys: post.keys } : start;
  const open = await (post.sender === null ? fromDossier(world, tx, begins, procedure, first) : fromOutside(world, tx, begins, procedure, first));
  await save(open);
  return open;
}

/** For the same applicant, of the unit that is competent near the other's; `origin` names the other dossier. */
async function fromDossier(world: Surroundings, tx: Transaction, { id, post, retriedBy }: Begins, procedure: RunnableProcedure, start: NonNullable<Birth['start']>): Promise<OpenDossier> {
  const from = await tx.dossiers.first({ id: post.dossierId });
  const unit = from && (await unitOfNewborn(tx, procedure, from, post.data, post.thrownAt));
  if (from === undefined || unit === undefined) throw new Error(`expected the dossier and unit of post ${post.id}, but they are gone`);
  const unfit = from.applicantAccount === null ? needsApplicant(procedure, start.node) : undefined;
  if (unfit !== undefined) throw unable(unfit);
  const { receivingUnitId, applicantAccount, applicantName, applicantPhone, subject, channel } = from;
  const { data: said, rows } = await filesAlong(tx, post.data, from.id, id);
  const open = await beginDossier(world, tx, {
    id, procedure, unit, row: { receivingUnitId, applicantAccount, applicantName, applicantPhone, subject, channel }, start, at: world.now(), by: 'system', retriedBy,
    data: { applicant: from.data['applicant'] ?? {}, filing: filingLike(from, said, world.now()), ...settledApplication(said, procedure), origin: { dossier: from.id, code: from.code } },
    about: { name: post.name, from: from.id, post: post.id },
  });
  for (const row of rows) await tx.files.insert(row);
  return open;
}

/** Whose a dossier is that another one begins: the unit nearest to the other's of the kind that the rule of competence names, else that unit itself. */
export async function unitOfNewborn(tx: Transaction, procedure: Pick<RunnableProcedure, 'key' | 'competent'>, from: DossierRow, said: Data, at: string): Promise<UnitRow | undefined> {
  const unit = await tx.units.first({ id: from.unitId });
  const kind = procedure.competent?.({ applicant: from.data['applicant'] ?? {}, filing: filingLike(from, said, at), ...said }, at);
  return (unit && kind !== undefined ? await nearestUnit(tx, unit, (await delegatedKind(tx, procedure.key, kind, at)).kind, at) : undefined) ?? unit;
}

/** It came in now, as the other did; how its results are wanted is for the application that is said. */
const filingLike = ({ channel }: Pick<DossierRow, 'channel'>, { application }: Data, at: string): Data => filingFacts(at, channel, isObject(application) ? application['delivery'] : null);

/** What is said as the application is kept as if it had been filed: what its form hides gone, what it computes filled in. */
const settledApplication = (said: Data, { settle }: Pick<RunnableProcedure, 'settle'>): Data => {
  const { application } = said;
  return settle === undefined || !isObject(application) ? said : { ...said, application: settle(application) };
};

/** Of the procedure's own office, dated when it was said. */
async function fromOutside(world: Surroundings, tx: Transaction, { id, post, retriedBy }: Begins, procedure: RunnableProcedure, start: NonNullable<Birth['start']>): Promise<OpenDossier> {
  const unit = procedure.office === undefined ? undefined : await tx.units.first({ code: procedure.office });
  if (unit === undefined) throw unable(`expected ${procedure.key} to name the unit that has its dossiers, but it names none`);
  return beginByOffice(world, tx, { id, procedure, unit, start, at: post.thrownAt, by: post.sender ?? 'system', retriedBy, data: post.data, about: { name: post.name, post: post.id } });
}

const unable = (message: string): Refused => new Refused({ ok: false, refused: 'invalid', message, faults: [{ path: '', message }] });
