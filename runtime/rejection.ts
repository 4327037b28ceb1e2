import type { Rejection } from '../engine/step.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { Refusal } from './answer.ts';

/** The engine's word as an answer to the caller. */
export function refusalOf({ rejected, message }: Rejection, { version }: Pick<DossierRow, 'version'>): Refusal {
  switch (rejected) {
    case 'closed': return { ok: false, refused: 'closed', message };
    case 'no-incident': return { ok: false, refused: 'not-found', message };
    case 'no-token':
    case 'no-place':
    case 'no-gateway':
    case 'no-version':
    case 'bad-data': return { ok: false, refused: 'invalid', message, faults: [{ path: '', message }] };
    case 'started':
    case 'no-start':
    case 'no-task':
    case 'no-job':
    case 'no-timer':
    case 'no-message':
    case 'no-signal':
    case 'no-event':
    case 'no-ad-hoc': return { ok: false, refused: 'conflict', message, version };
  }
}
