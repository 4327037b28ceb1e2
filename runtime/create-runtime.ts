import { applyCommand } from './apply-command.ts';
import { makeCheckpoint, proofOf } from './checkpoint.ts';
import type { Command } from './command.ts';
import { assignTask, claimTask, releaseTask } from './commands/claim-task.ts';
import { completeTask } from './commands/complete-task.ts';
import { deliverMessage } from './commands/deliver-message.ts';
import { fileDossier } from './commands/file-dossier.ts';
import { retryIncident } from './commands/retry-incident.ts';
import { withdraw } from './commands/withdraw.ts';
import type { Answer } from './answer.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';
import type { Runtime, Surroundings } from './runtime.ts';
import type { Transaction } from '../storage/store.ts';
import { verifyDossier } from './verify.ts';
import { work } from './work/work.ts';

/** What a command does, inside its transaction. */
type Doing<Given extends Command, Value> = (world: Surroundings, tx: Transaction, now: string, command: Given) => Promise<Value>;

/** The public door of this room. */
export function createRuntime(world: Surroundings): Runtime {
  const owner = world.newId();
  const command = <Given extends Command, Value>(kind: string, doing: Doing<Given, Value>) => (given: Given): Promise<Answer<Value>> =>
    applyCommand(world, kind, given, (tx, now) => doing(world, tx, now, given));
  return {
    file: command('file', fileDossier),
    claimTask: command('task.claim', claimTask),
    assignTask: command('task.assign', assignTask),
    releaseTask: command('task.release', releaseTask),
    completeTask: command('task.complete', completeTask),
    message: command('message', deliverMessage),
    withdraw: command('withdraw', withdraw),
    retryIncident: command('incident.retry', retryIncident),
    work: (options) => work(world, owner, options),
    recomputeDeadlines: (unitIds) => recomputeDeadlines(world, unitIds),
    verify: (dossierId) => verifyDossier(world, dossierId),
    checkpoint: () => makeCheckpoint(world.store, world.now()),
    proof: (dossierId) => proofOf(world.store, dossierId),
  };
}
