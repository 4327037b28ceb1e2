import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { LiveHub } from './hub.ts';

export const tellOf = (live: LiveHub, dossier: Pick<DossierRow, 'id' | 'unitId' | 'receivingUnitId' | 'applicantAccount'>, at: string, about: 'money' | 'anything' = 'anything'): void =>
  live.tell({ dossier: dossier.id, unit: dossier.unitId, receivingUnit: dossier.receivingUnitId, applicant: dossier.applicantAccount, money: about === 'money', at });
