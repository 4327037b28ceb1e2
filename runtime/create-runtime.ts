import { applyCommand } from './apply-command.ts';
import type { IsNew } from './apply-command.ts';
import { beside } from './beside.ts';
import { makeCheckpoint, proofOf } from './checkpoint.ts';
import type { Command } from './command.ts';
import { assignTask, claimTask, releaseTask } from './commands/claim-task.ts';
import { completeJob } from './commands/complete-job.ts';
import { completeTask } from './commands/complete-task.ts';
import { deliverMessage } from './commands/deliver-message.ts';
import { retryStart, skipStart } from './commands/failed-start.ts';
import { openAgain, skipWord, triedAgain } from './commands/failed-word.ts';
import { fileDossier } from './commands/file-dossier.ts';
import { evaluateConditions } from './commands/evaluate-conditions.ts';
import { hearMessage } from './commands/hear-message.ts';
import { extendJob, failJob, releaseJob, takeJobs } from './commands/outside-work.ts';
import { raiseFromTask } from './commands/raise-from-task.ts';
import { retryIncident } from './commands/retry-incident.ts';
import { beginByHand } from './commands/begin-dossier.ts';
import { beginStep, endSteps } from './commands/begin-step.ts';
import { moveDossier, previewMove } from './commands/move-dossier.ts';
import { sendSignal } from './commands/send-signal.ts';
import { skipIncident } from './commands/skip-incident.ts';
import { startTransfer, undoTransfer } from './commands/transfer.ts';
import { withdraw } from './commands/withdraw.ts';
import { moveBack } from './move-back.ts';
import { examineTransfer } from './transfer/examine.ts';
import { Refused } from './answer.ts';
import type { Answer } from './answer.ts';
import { examineDeadlines, recomputeDeadlines } from './recompute-deadlines.ts';
import { loggingKept } from './log-kept.ts';
import type { Runtime, Surroundings } from './runtime.ts';
import type { Transaction } from '../storage/store.ts';
import { verifyDossier } from './verify.ts';
import { answerWaiting } from './work/answer-waiting.ts';
import { work } from './work/work.ts';

/** What a command does, inside its transaction. */
type Doing<Given extends Command, Value> = (world: Surroundings, tx: Transaction, now: string, command: Given) => Promise<Value>;

/** The same, of one that looks around while it is not known yet whether the command is new. */
type Looking<Given extends Command, Value> = (world: Surroundings, tx: Transaction, now: string, command: Given, isNew: IsNew) => Promise<Value>;

/** A look that may be refused, but changes nothing. */
async function looked<Value>(look: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await look(), repeated: false };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The public door of this room. */
export function createRuntime(surroundings: Surroundings): Runtime {
  const world = loggingKept(surroundings);
  const owner = world.newId();
  const looking = <Given extends Command, Value>(kind: string, doing: Looking<Given, Value>) => (given: Given): Promise<Answer<Value>> =>
    applyCommand(world, kind, given, (tx, now, isNew) => doing(world, tx, now, given, isNew));
  const command = <Given extends Command, Value>(kind: string, doing: Doing<Given, Value>) => looking<Given, Value>(kind, async (here, tx, now, given, isNew) => {
    await isNew();
    return doing(here, tx, now, given);
  });
  return {
    file: command('file', fileDossier),
    begin: command('begin', beginByHand),
    claimTask: looking('task.claim', claimTask),
    assignTask: looking('task.assign', assignTask),
    releaseTask: looking('task.release', releaseTask),
    completeTask: looking('task.complete', completeTask),
    raiseFromTask: looking('task.raise', raiseFromTask),
    completeJob: command('job.complete', completeJob),
    takeJobs: command('job.take', takeJobs),
    answerWaiting: (job, outcome) => answerWaiting(world, owner, job, outcome),
    extendJob: command('job.extend', extendJob),
    failJob: command('job.fail', failJob),
    releaseJob: command('job.release', releaseJob),
    message: command('message', deliverMessage),
    hear: command('hear', hearMessage),
    signal: command('signal', sendSignal),
    evaluateConditions: command('conditions', evaluateConditions),
    withdraw: command('withdraw', withdraw),
    beside: (tx, dossierId, work) => beside(world, tx, dossierId, work),
    retryIncident: command('incident.retry', retryIncident),
    skipIncident: command('incident.skip', skipIncident),
    retryStart: command('start.retry', retryStart),
    skipStart: command('start.skip', skipStart),
    retryWord: async (given) => triedAgain(world, given, await command('word.retry', openAgain)(given)),
    skipWord: command('word.skip', skipWord),
    move: command('move', moveDossier),
    previewMove: (given) => looked(() => world.store.read((tx) => previewMove(world, tx, world.now(), given))),
    moveBack: (dossierId) => world.store.read((tx) => moveBack(world, tx, dossierId)),
    beginStep: command('step.begin', beginStep),
    endSteps: command('step.end', endSteps),
    examineTransfer: (plan) => looked(() => examineTransfer(world, plan)),
    startTransfer: command('transfer', startTransfer),
    undoTransfer: command('transfer.undo', undoTransfer),
    work: (options) => work(world, owner, options),
    recomputeDeadlines: (unitIds) => recomputeDeadlines(world, unitIds),
    examineDeadlines: (unitIds, calendar) => examineDeadlines(world, unitIds, calendar),
    verify: (dossierId) => verifyDossier(world, dossierId),
    checkpoint: () => makeCheckpoint(world.store, world.now()),
    proof: (dossierId) => proofOf(world.store, dossierId),
  };
}
