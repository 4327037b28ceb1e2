import { PassThrough } from 'node:stream';
import type { Actor } from '../access/actor.ts';
import { moneyUnitsOf, unitsOf } from '../access/scope.ts';
import type { LiveEvent } from '../api/event.ts';
import { ProblemError } from '../http/problem-error.ts';
import { actorOfSession } from '../session/sessions.ts';
import type { Services } from '../services.ts';
import type { Change } from './hub.ts';

const beat = 25_000;
/** What waits for a slow reader before it is let go. */
const mostWaiting = 1_000_000;

/** Server-sent events about what the actor may see. Throws too-many-requests when too many of theirs are open. Ends when the session does; rights are looked up anew with every beat. */
export function eventStream(services: Pick<Services, 'live' | 'store' | 'now'>, actor: Actor): PassThrough {
  const stream = new PassThrough();
  let seen: Actor = actor;
  const send = (change: Change): void => {
    const kind = concern(seen, change);
    if (kind === undefined) return;
    const event: LiveEvent = { kind, dossier: change.dossier, at: change.at };
    if (stream.writableLength > mostWaiting) stream.destroy();
    else stream.write(`event: ${kind}\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const stop = services.live.listen(actor.account.id, send);
  if (stop === undefined) throw new ProblemError('too-many-requests', { retryAfter: 60 });
  const check = async (): Promise<void> => {
    const now = await actorOfSession(services.store, actor.session, services.now()).catch(() => seen);
    if (now === undefined) stream.end('event: session-ended\ndata: {}\n\n');
    else {
      seen = now;
      stream.write(': beat\n\n');
    }
  };
  const timer = setInterval(() => void check(), beat);
  timer.unref();
  stream.on('close', () => {
    stop();
    clearInterval(timer);
  });
  stream.write('retry: 3000\n\n');
  return stream;
}

function concern(actor: Actor, { applicant, unit, receivingUnit, money }: Change): LiveEvent['kind'] | undefined {
  if (actor.account.kind === 'citizen') return applicant === actor.account.id ? 'dossier' : undefined;
  const units = [...unitsOf(actor), ...(money ? moneyUnitsOf(actor) : [])];
  return units.includes(unit) || units.includes(receivingUnit) ? 'worklist' : undefined;
}
