import type { Event } from '../../engine/event.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import type { SkipIncident, Standing } from '../command.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { invalid } from '../supplement.ts';

/** The step that failed is left as if it were done, or a gateway that could not choose is told its ways. A timer that failed has no step to leave. */
export async function skipIncident(world: Surroundings, tx: Transaction, now: string, command: SkipIncident): Promise<Standing> {
  const { actor, incident, data, flows, reason } = command;
  if (reason.trim() === '') throw invalid([{ path: 'reason', message: 'expected a reason, but it is empty' }]);
  const open = await openDossier(world, tx, now, command.dossierId);
  await fireDueTimers(open);
  const known = stateOf(open.row);
  const found = known.incidents.find(({ id }) => id === incident);
  const token = found && known.tokens.find(({ id }) => id === found.token);
  if (token === undefined) throw new Refused({ ok: false, refused: 'not-found', message: `expected incident ${incident} of a step to be open, but it is not` });
  const event: Event = flows === undefined
    ? { type: 'incident.skip', at: now, by: actor, incident, reason, ...(data === undefined ? {} : { data }) }
    : { type: 'choose', at: now, by: actor, gateway: token.at, flows };
  const before: Event[] = flows !== undefined && data !== undefined ? [{ type: 'data', at: now, by: actor, data }] : [];
  await advance(open, { kind: 'incident.skip', actor, about: { incident, node: token.at, reason } }, [...before, event]);
  return settled(open);
}
