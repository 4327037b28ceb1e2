import { handStarts } from '../../engine/begun-by-hand.ts';
import { beginsPlainly } from '../../engine/words-between.ts';
import type { Data } from '../../engine/state.ts';
import { filingFacts } from '../../procedures/filing-facts.ts';
import type { Transaction } from '../../storage/store.ts';
import { folded } from '../../storage/tables/dossiers.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { Refused } from '../answer.ts';
import type { FileDossier, Standing } from '../command.ts';
import { nextDossierCode } from '../dossier-code.ts';
import { localData } from '../local-data.ts';
import { tell, tellState } from '../news.ts';
import { keptApplicant } from '../protected.ts';
import { dossierFacts } from '../dossier-facts.ts';
import { advance, procedureOf, type OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { invalid } from '../supplement.ts';
import { unborn } from '../unborn.ts';

/** A dossier is born from an application, gets its code, and its process starts. */
export async function fileDossier(world: Surroundings, tx: Transaction, now: string, command: FileDossier): Promise<Standing> {
  await mustBeUnfiled(tx, command);
  const unit = await unitOf(tx, command.unitId);
  const receiving = await unitOf(tx, command.receivingUnitId ?? command.unitId);
  const procedure = await procedureOf(world, tx, command.procedureHash);
  if (handStarts(procedure.definition).length > 0) throw invalid([{ path: '', message: `expected a procedure for which people apply, but ${procedure.key} is begun by the office` }]);
  if (!beginsPlainly(procedure.definition)) throw invalid([{ path: '', message: `expected a procedure for which people apply, but ${procedure.key} begins only by another procedure's word` }]);
  const faults = procedure.check?.('application', command.application, { applicant: applicantOf(command) }) ?? [];
  if (faults.length > 0) throw invalid(faults);

  const code = await nextDossierCode(world.store, tx, unit, now);
  const kept = keptApplicant(command, procedure);
  const row = newborn(command, kept, world.newId(), code, procedure.key, receiving.id, now);
  await tx.dossiers.insert(row);
  await keepOrigin(tx, command, row.id, now);
  if (command.spot !== undefined) await tx.spots.insert({ id: world.newId(), dossierId: row.id, procedureKey: procedure.key, ...command.spot, at: now });
  const open: OpenDossier = { world, tx, now, procedure, row, saved: row, tasks: [], due: [] };
  const data = { ...command.decided, ...(await localData(tx, procedure, unit.id, now)), application: command.application, applicant: applicantOf({ applicant: kept }), filing: filingFacts(now, command.channel, command.delivery), dossier: dossierFacts(row) };
  await tellState(open, 'dossier.filed', 'filed');
  await tell(open, 'filed', 'filed');
  await advance(open, { kind: 'file', actor: command.actor }, [{ type: 'start', at: now, by: command.actor, data }]);
  await attach(tx, command, row.id);
  return settled(open);
}

async function mustBeUnfiled(tx: Transaction, { draftId, expectedRevision, applicant }: FileDossier): Promise<void> {
  if (draftId === undefined) return;
  const draft = await tx.drafts.first({ id: draftId, accountId: applicant.account }, { lock: 'wait' });
  if (draft === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected a draft of the applicant, but there is no ${draftId}` });
  if (draft.dossierId !== null) {
    throw new Refused({ ok: false, refused: 'conflict', message: `expected a draft that is not filed yet, but it became dossier ${draft.dossierId}`, when: draft.updatedAt });
  }
  if (expectedRevision !== undefined && expectedRevision !== draft.revision) {
    throw new Refused({ ok: false, refused: 'conflict', message: `expected revision ${expectedRevision} of the draft, but it is at ${draft.revision}`, version: draft.revision });
  }
}

async function keepOrigin(tx: Transaction, { origin }: FileDossier, dossierId: string, takenAt: string): Promise<void> {
  if (origin === undefined || (await tx.intakes.insertIfAbsent({ ...origin, dossierId, takenAt }))) return;
  throw new Refused({ ok: false, refused: 'conflict', message: `expected a dossier of ${origin.portal} that was not taken in yet, but ${origin.code} was` });
}

async function unitOf(tx: Transaction, id: string): Promise<UnitRow> {
  const unit = await tx.units.first({ id });
  if (unit === undefined) throw invalid([{ path: 'unitId', message: `expected a unit, but there is no ${id}` }]);
  return unit;
}

function newborn(command: FileDossier, kept: FileDossier['applicant'], id: string, code: string, procedureKey: string, receivingUnitId: string, now: string): DossierRow {
  const { applicant, subject = '' } = command;
  return {
    id, code, procedureKey, procedureHash: command.procedureHash, unitId: command.unitId, receivingUnitId, applicantAccount: applicant.account,
    applicantName: kept.name, applicantPhone: (kept.phone ?? '').replaceAll(/\D/g, ''), search: folded(`${code} ${kept.name} ${subject}`), subject,
    channel: command.channel, ...unborn(now),
  };
}

function applicantOf({ applicant: { account, name, idNo, phone, email } }: Pick<FileDossier, 'applicant'>): Data {
  return { account, name, idNo: idNo ?? null, phone: phone ?? null, email: email ?? null };
}

/** The draft is used up, and its files are the dossier's; another's files stay where they are. */
async function attach(tx: Transaction, { draftId, fileIds = [], applicant, actor }: FileDossier, dossierId: string): Promise<void> {
  if (draftId !== undefined) await tx.drafts.update({ id: draftId }, { dossierId });
  if (fileIds.length > 0) await tx.files.update({ id: { in: fileIds }, ownerAccount: { in: [applicant.account, actor] }, dossierId: null }, { dossierId });
}
