import type { Event } from '../../engine/event.ts';
import { holdsAdHoc, isNeverEnough } from '../../engine/open-ad-hoc.ts';
import { seenBy } from '../../engine/seen.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import { holdsRole } from '../../storage/tables/role-assignments.ts';
import type { Transaction } from '../../storage/store.ts';
import { Refused } from '../answer.ts';
import type { BeginStep, EndSteps, Standing } from '../command.ts';
import { assigneeOf } from '../assignee-of.ts';
import { fireDueTimers } from '../due-timers.ts';
import { advance, openDossier } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { rolesOf } from '../roles-of.ts';
import { unitOf } from '../unit-of.ts';

/** One of the steps of an open ad-hoc sub-process begins. */
export async function beginStep(world: Surroundings, tx: Transaction, now: string, { actor, dossierId, node, data, token: meant }: BeginStep): Promise<Standing> {
  const open = await ready(world, tx, now, dossierId);
  const parent = open.procedure.definition.nodes[node]?.parent ?? node;
  const token = await adHocToken(open, parent, meant, actor);
  const event: Event = { type: 'adHoc.begin', at: now, by: actor, token, node, ...(data === undefined ? {} : { data }) };
  await advance(open, { kind: 'step.begin', actor, about: { node } }, [event]);
  return settled(open);
}

/** No more of its steps are needed: those still open are cancelled, and the process goes on. */
export async function endSteps(world: Surroundings, tx: Transaction, now: string, { actor, dossierId, node, token: meant }: EndSteps): Promise<Standing> {
  const open = await ready(world, tx, now, dossierId);
  const token = await adHocToken(open, node, meant, actor);
  if (isNeverEnough(open.procedure.definition, node)) throw new Refused({ ok: false, refused: 'conflict', message: `expected steps that are enough at some time, but those of ${node} never are`, version: open.row.version });
  await advance(open, { kind: 'step.end', actor, about: { node } }, [{ type: 'adHoc.complete', at: now, by: actor, token }]);
  return settled(open);
}

async function ready(world: Surroundings, tx: Transaction, now: string, dossierId: string): Promise<OpenDossier> {
  const open = await openDossier(world, tx, now, dossierId);
  await fireDueTimers(open);
  return open;
}

/** The token of the open sub-process; refused for whoever holds none of its roles (a handler's by default), and for all but the one for whom its steps are. */
async function adHocToken(open: OpenDossier, id: string, meant: number | undefined, actor: string): Promise<number> {
  const { definition } = open.procedure;
  const node = definition.nodes[id];
  const token = open.row.progress.tokens.find((each) => each.at === id && (meant === undefined || each.id === meant) && holdsAdHoc(definition, open.row.progress.scopes, each));
  if (node?.kind !== 'adHocSubProcess' || token === undefined) throw new Refused({ ok: false, refused: 'conflict', message: `expected an open ad-hoc sub-process, but ${id} is none`, version: open.row.version });
  const roles = rolesOf(node.step);
  const seen = seenBy(definition, stateOf(open.row), token.id);
  const unit = await unitOf(open, node.step.unit, seen, open.now);
  const assignee = await assigneeOf(open, node.step.assignee, seen, { roles, unitId: unit }, open.now);
  if (assignee !== null ? assignee === actor : await holdsRole(open.tx, actor, roles, unit, open.now)) return token.id;
  throw new Refused({ ok: false, refused: 'forbidden', message: assignee === null ? `expected someone who is ${roles.join(' or ')} in unit ${unit}, but ${actor} is not` : `expected whoever these steps are for, but ${actor} is another` });
}
