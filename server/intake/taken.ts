import type { Static } from 'typebox';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { IntakeTaken } from '../api/intake.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import type { Head, Read } from './read-message.ts';

export type Taken = Static<typeof IntakeTaken>;

/** What the portal is answered about a dossier. */
export const taken = ({ configuration }: Pick<Services, 'configuration'>, head: Head, dossier: DossierRow, kept: Taken['kept']): Taken => ({
  kept, portalCode: head.code, code: dossier.code, state: dossier.state as Taken['state'], submittedAt: dossier.submittedAt,
  trackUrl: `${configuration.publicUrl}/track?code=${encodeURIComponent(dossier.code)}`,
});

/** What was read; throws a problem with every fault of what could not be. */
export function readOf<Value>(read: Read<Value>): Value {
  if ('faults' in read) throw new ProblemError('invalid', { errors: read.faults });
  return read.value;
}
