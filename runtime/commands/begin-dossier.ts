import { handStarts } from '../../engine/begun-by-hand.ts';
import type { Transaction } from '../../storage/store.ts';
import { holdsRole } from '../../storage/tables/role-assignments.ts';
import { Refused } from '../answer.ts';
import { beginByOffice } from '../begin-by-office.ts';
import type { BeginDossier, Standing } from '../command.ts';
import { procedureOf } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';
import { invalid } from '../supplement.ts';

/** A person of the office begins a dossier of the office's own, in a unit where they hold the role that the start event names. */
export async function beginByHand(world: Surroundings, tx: Transaction, now: string, { actor, procedureHash, unitId, application, decided, subject, links = [] }: BeginDossier): Promise<Standing> {
  const procedure = await procedureOf(world, tx, procedureHash);
  const [start] = handStarts(procedure.definition);
  if (start === undefined) throw unable(`expected ${procedure.key} to begin by hand, but no start event of it names a role of the office`);
  const unit = await tx.units.first({ id: unitId });
  if (unit === undefined) throw unable(`expected a unit, but there is no ${unitId}`);
  if (procedure.office !== undefined && procedure.office !== unit.code) throw unable(`expected ${procedure.key} to begin in unit ${procedure.office}, but it is ${unit.code}`);
  if (procedure.beginsIn !== undefined && !procedure.beginsIn.includes(unit.kind)) throw unable(`expected ${procedure.key} to begin in a unit that is a ${procedure.beginsIn.join(' or ')}, but ${unit.code} is a ${unit.kind}`);
  if (!(await holdsRole(tx, actor, start.roles, unit.id, now))) throw new Refused({ ok: false, refused: 'forbidden', message: `expected someone who is ${start.roles.join(' or ')} in unit ${unit.id}, but ${actor} is not` });
  const faults = procedure.check?.('application', application, {}) ?? [];
  if (faults.length > 0) throw invalid(faults);
  const open = await beginByOffice(world, tx, { id: world.newId(), procedure, unit, start: { node: start.node }, at: now, by: actor, begunBy: actor, subject, data: { ...decided, application }, about: { node: start.node } });
  for (const link of links) await tx.dossierLinks.insertIfAbsent({ dossierId: open.row.id, ...link });
  return settled(open);
}

const unable = (message: string): Refused => invalid([{ path: '', message }]);
