import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import type { Standing, Withdraw } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { tell, tellState } from '../news.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';

const WITHDRAWN = 7;
/** The message by which a process hears that its applicant takes the dossier back. */
const MESSAGE = 'dossier.withdraw';

/** The applicant takes the dossier back (national state 7): a process that waits for that message goes on as it is drawn, with a notice that handling stops; any other ends at once. */
export async function withdraw(world: Surroundings, tx: Transaction, now: string, command: Withdraw): Promise<Standing> {
  const { actor, reason, expectedVersion } = command;
  const open = await openDossier(world, tx, now, command.dossierId);
  if (actor !== open.row.applicantAccount) throw new Refused({ ok: false, refused: 'forbidden', message: 'expected the applicant to withdraw the dossier, but it was someone else' });
  if (expectedVersion !== undefined && expectedVersion !== open.row.version) {
    const { version, updatedAt: when } = open.row;
    throw new Refused({ ok: false, refused: 'conflict', message: `expected version ${expectedVersion}, but the dossier is at ${version}`, version, when });
  }
  if (open.row.state === WITHDRAWN) throw new Refused({ ok: false, refused: 'closed', message: 'expected a dossier that its applicant has not withdrawn, but they have' });
  await fireDueTimers(open);
  const waits = open.row.progress.subscriptions.some(({ event }) => event.kind === 'message' && event.name === MESSAGE);
  await advance(open, { kind: 'withdraw', actor }, [waits ? { type: 'message', at: now, by: actor, name: MESSAGE, data: { reason } } : { type: 'cancel', at: now, by: actor, reason }]);
  open.row = { ...open.row, state: WITHDRAWN };
  await tellState(open, 'dossier.state', 'withdraw');
  await tell(open, 'withdrawn', 'withdraw');
  return settled(open);
}
