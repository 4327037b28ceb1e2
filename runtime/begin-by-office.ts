import type { Data } from '../engine/state.ts';
import { filingFacts } from '../procedures/filing-facts.ts';
import { stepsOfApplicant } from '../procedures/steps-of-applicant.ts';
import type { Transaction } from '../storage/store.ts';
import type { UnitRow } from '../storage/tables/units.ts';
import { Refused } from './answer.ts';
import { beginDossier, type Birth } from './begin-dossier.ts';
import type { OpenDossier } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { Surroundings } from './runtime.ts';

type ByOffice = Pick<Birth, 'id' | 'procedure' | 'start' | 'at' | 'by' | 'begunBy' | 'retriedBy' | 'about'> & {
  readonly unit: UnitRow;
  readonly data: Data;
  /** One line that names the matter in lists. */
  readonly subject?: string | undefined;
};

/** A dossier of the office's own: its unit has it, and nobody applied. Refused when it would ask an applicant for something. */
export function beginByOffice(world: Surroundings, tx: Transaction, { unit, data, subject = '', ...birth }: ByOffice): Promise<OpenDossier> {
  const message = needsApplicant(birth.procedure, birth.start?.node);
  if (message !== undefined) throw new Refused({ ok: false, refused: 'invalid', message, faults: [{ path: '', message }] });
  return beginDossier(world, tx, {
    ...birth, unit, row: { receivingUnitId: unit.id, applicantAccount: null, applicantName: null, applicantPhone: null, subject, channel: 'office' },
    data: { ...data, applicant: null, filing: filingFacts(birth.at, 'office') },
  });
}

/** Why a dossier cannot begin without an applicant: it may come to a step of theirs, where it would wait for ever. */
export function needsApplicant({ key, definition }: Pick<RunnableProcedure, 'key' | 'definition'>, node: string | undefined): string | undefined {
  const [step] = node === undefined ? [] : stepsOfApplicant(definition, node);
  return step && `expected ${key} to ask an applicant for nothing when nobody applied, but ${node} leads to their step ${step}`;
}
