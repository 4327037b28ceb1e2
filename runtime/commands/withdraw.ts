import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import type { Standing, Withdraw } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { tell, tellState } from '../news.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';

const WITHDRAWN = 7;

/** The applicant takes the dossier back: its process ends at once (national state 7). */
export async function withdraw(world: Surroundings, tx: Transaction, now: string, command: Withdraw): Promise<Standing> {
  const { actor, reason, expectedVersion } = command;
  const open = await openDossier(world, tx, now, command.dossierId);
  if (actor !== open.row.applicantAccount) throw new Refused({ ok: false, refused: 'forbidden', message: 'expected the applicant to withdraw the dossier, but it was someone else' });
  if (expectedVersion !== undefined && expectedVersion !== open.row.version) {
    const { version, updatedAt: when } = open.row;
    throw new Refused({ ok: false, refused: 'conflict', message: `expected version ${expectedVersion}, but the dossier is at ${version}`, version, when });
  }
  await fireDueTimers(open);
  await advance(open, { kind: 'withdraw', actor }, [{ type: 'cancel', at: now, by: actor, reason }]);
  open.row = { ...open.row, state: WITHDRAWN };
  await tellState(open, 'dossier.state', 'withdraw');
  await tell(open, 'withdrawn', 'withdraw');
  return settled(open);
}
