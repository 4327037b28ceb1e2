import type { Data } from '../engine/state.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { FileDossier } from './command.ts';
import type { RunnableProcedure } from './procedure.ts';

// Whose identity is protected is not hidden from some readers: it is not written down. Their account alone leads to them, so that
// they see their dossier, answer and are told of it; no list, paper, search or record of the office has their name.

/** What stands where a name would, on papers too; the account is nobody's. */
export const protectedPerson = { account: 'protected', name: 'Người được bảo vệ' } as const;

/** The applicant as the dossier keeps them. */
export const keptApplicant = ({ applicant }: Pick<FileDossier, 'applicant'>, { protectsApplicant }: Pick<RunnableProcedure, 'protectsApplicant'>): FileDossier['applicant'] =>
  (protectsApplicant ? protectedPerson : applicant);

/** Whether a dossier keeps to itself who filed it. */
export const isProtected = ({ data }: Pick<DossierRow, 'data'>): boolean => (data['applicant'] as Data | undefined)?.['account'] === protectedPerson.account;
