import type { Effect } from '../../engine/effect.ts';
import type { Event } from '../../engine/event.ts';
import { transition } from '../../engine/transition.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import type { MoveDossier, Standing } from '../command.ts';
import { corrected } from '../corrections.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, lookAt, openDossier } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { refusalOf } from '../rejection.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';

/** A person moves the process, for a reason that the record keeps. */
export async function moveDossier(world: Surroundings, tx: Transaction, now: string, command: MoveDossier): Promise<Standing> {
  const open = await openDossier(world, tx, now, command.dossierId);
  mustBeSeen(open, command);
  await fireDueTimers(open);
  await advance(open, { kind: 'move', actor: command.actor, about: { reason: command.reason } }, [eventOf(open, command)]);
  return settled(open);
}

/** What a move would do, in the order in which it would be done; nothing is changed. */
export async function previewMove(world: Surroundings, tx: Transaction, now: string, command: Omit<MoveDossier, 'key'>): Promise<readonly Effect[]> {
  const open = await lookAt(world, tx, now, command.dossierId);
  mustBeSeen(open, command);
  const { definition, environment } = open.procedure;
  const step = transition(definition, stateOf(open.row), eventOf(open, command), environment);
  if ('rejected' in step) throw new Refused(refusalOf(step, open.row));
  return step.effects;
}

function eventOf(open: Pick<OpenDossier, 'procedure' | 'row' | 'now'>, { actor, cancel, begin, changes, reason }: Omit<MoveDossier, 'key'>): Event {
  return { type: 'modify', at: open.now, by: actor, cancel, begin, reason, ...(changes === undefined ? {} : { data: corrected(open, changes) }) };
}

function mustBeSeen({ row }: Pick<OpenDossier, 'row'>, { expectedVersion }: Pick<MoveDossier, 'expectedVersion'>): void {
  if (expectedVersion === undefined || expectedVersion === row.version) return;
  throw new Refused({ ok: false, refused: 'conflict', message: `expected version ${expectedVersion}, but the dossier is at ${row.version}`, version: row.version, when: row.updatedAt });
}
