import { evaluation } from '../../engine/evaluation.ts';
import { startConditions, type StartCondition } from '../../engine/self-started.ts';
import type { Transaction } from '../../storage/store.ts';
import { beginByOffice } from '../begin-by-office.ts';
import type { ConditionsEvaluated, EvaluateConditions } from '../command.ts';
import type { RunnableProcedure } from '../procedure.ts';
import type { Surroundings } from '../runtime.ts';
import { settled } from '../standing.ts';

/**
 * A program outside tells how things stand: every published procedure of an office among its units begins a dossier at each start event
 * whose condition begins to hold by that, with the facts as its data. Once it holds it must be false before it begins another
 * (BPMN 2.0.2, 10.5.5). A condition that asks for facts which are not told is not evaluated.
 */
export async function evaluateConditions(world: Surroundings, tx: Transaction, now: string, { actor, units, data }: EvaluateConditions): Promise<ConditionsEvaluated> {
  const { readable, unreadable } = await world.published(tx);
  // Whoever is told that nothing begins does not ask again.
  if (unreadable.length > 0) throw new Error(`expected every published procedure to be readable, so as to know which begin by conditions, but ${unreadable.join(', ')} is not`);
  const begun: ConditionsEvaluated['begun'][number][] = [];
  const undecided: ConditionsEvaluated['undecided'][number][] = [];
  for (const procedure of readable) {
    const { key, office, environment } = procedure;
    const conditions = startConditions(procedure.definition);
    const unit = conditions.length === 0 || office === undefined ? undefined : await tx.units.first({ code: office });
    if (unit === undefined || !units.includes(unit.id)) continue;
    for (const start of conditions) {
      const { node, condition } = start;
      const answer = evaluation(environment, condition, data, now);
      if (!('failed' in answer) && answer.missing.length > 0) continue;
      if ('failed' in answer || typeof answer.value !== 'boolean') {
        undecided.push({ procedure: key, node, message: `expected the condition of ${node} "${condition.text}" to be true or false, but ${'failed' in answer ? answer.failed : `it is ${JSON.stringify(answer.value)}`}` });
        continue;
      }
      if (!(await beginsToHold(tx, procedure, start, answer.value, now))) continue;
      const { dossierId, code } = await settled(await beginByOffice(world, tx, { id: world.newId(), procedure, unit, start: { node }, at: now, by: actor, data, about: { node } }));
      begun.push({ procedure: key, dossierId, code });
    }
  }
  return { begun, undecided };
}

/** Keeps whether the condition holds now; whether it did not before. */
async function beginsToHold(tx: Transaction, { key: procedureKey }: RunnableProcedure, { node, part, condition: { text: condition } }: StartCondition, held: boolean, now: string): Promise<boolean> {
  const which = { procedureKey, node, part };
  await tx.startConditions.insertIfAbsent({ ...which, condition, held: false, since: now });
  const before = (await tx.startConditions.first(which, { lock: 'wait' }))!;
  const did = before.held && before.condition === condition;
  if (before.condition !== condition || before.held !== held) await tx.startConditions.update(which, { condition, held, since: now });
  return held && !did;
}
