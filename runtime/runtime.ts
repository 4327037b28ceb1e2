import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Effect } from '../engine/effect.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { CheckpointRow } from '../storage/tables/journal.ts';
import type { JobRow } from '../storage/tables/jobs.ts';
import type { OutboxRow } from '../storage/tables/outbox.ts';
import type { PushRow } from '../storage/tables/pushes.ts';
import type { Answer } from './answer.ts';
import type { ConditionsEvaluated, EvaluateConditions, AssignTask, BeginDossier, BeginStep, Claimed, CompleteJob, CompleteTask, DeliverMessage, EndSteps, ExtendJob, FailedStart, FailedWord, FailJob, FileDossier, HearMessage, MoveDossier, RaiseFromTask, ReleaseJob, ReleaseTask, RetryIncident, SendSignal, SkipIncident, SkipStart, SkipWord, Standing, StartTransfer, TakeJobs, TakenJob, TaskCommand, TransferPlan, UndoTransfer, Withdraw } from './command.ts';
import type { Beside } from './beside.ts';
import type { Connector, Outcome } from './connector.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { DeadlinesExamined } from './recompute-deadlines.ts';
import type { DossierProof } from './checkpoint.ts';
import type { MoveBack } from './move-back.ts';
import type { Examined } from './transfer/examine.ts';

/** All that the runtime reaches the world with. */
export interface Surroundings {
  readonly store: Store;
  /** UTC instant, ISO 8601 with `Z` and milliseconds. */
  readonly now: () => string;
  /** Hard to guess, unique, safe in URLs. */
  readonly newId: () => string;
  /** In [0, 1): spreads retries. */
  readonly random: () => number;
  /** A published version; reads through `tx` when it is not at hand: another transaction would wait for this one for ever. */
  readonly loadProcedure: (hash: string, tx: Transaction) => Promise<RunnableProcedure | undefined>;
  /** The version of each procedure that new dossiers begin on: a signal or message may begin one. */
  readonly published: (tx: Transaction) => Promise<Published>;
  /** That of one procedure. Throws when it cannot be read. */
  readonly current: (tx: Transaction, key: string) => Promise<RunnableProcedure | undefined>;
  readonly connectors: Readonly<Record<string, Connector>>;
  /** Hands a notice to a person (in-app, mail, SMS). Throws to be tried again; may be called twice with the same id. */
  readonly deliver: (notice: OutboxRow) => Promise<void>;
  /** Hands a push to the service of its device; absent where none are sent. What it throws is a passing trouble; may be called twice with the same id. */
  readonly push?: (push: PushRow) => Promise<PushOutcome>;
  /** Recipient of the outbox that is told of every national state of every dossier somebody applied for; absent when nobody is. */
  readonly statesTo?: string;
  /** Hears of each dossier that the machine itself has moved, after the commit: those who look at it may want to look again. */
  readonly moved?: (dossier: DossierRow) => void;
  /** Carries codes and ids, never personal data. */
  readonly log: (level: 'info' | 'warn' | 'error', event: string, facts: Readonly<Record<string, string | number | boolean>>) => void;
}

/** What is offered now; one version that cannot be read holds up no other. */
export interface Published {
  readonly readable: readonly RunnableProcedure[];
  /** Keys of procedures whose version cannot be read: nobody knows yet whether a word begins it. */
  readonly unreadable: readonly string[];
}

/** `after`: milliseconds, when the service said so. `gone`: the device wants no more, and nothing is kept of it. */
export type PushOutcome = { readonly sent: true } | { readonly gone: true } | { readonly retry: string; readonly after?: number } | { readonly failed: string };

export type WorkKind = 'timers' | 'starts' | 'connectors' | 'notices' | 'pushes' | 'posts' | 'transfers';

/** What one round of work did. */
export interface WorkDone {
  /** How much of each kind was tried. */
  readonly of: Readonly<Record<WorkKind, number>>;
  readonly did: number;
  /** When the next thing is due; null when nothing waits. */
  readonly nextAt: string | null;
}

export interface Verdict {
  readonly dossierId: string;
  readonly entries: number;
  /** Empty when the chain verifies, the replay gives the state, and a live dossier has something open. */
  readonly faults: readonly { readonly check: 'chain' | 'replay' | 'stuck' | 'rows'; readonly message: string; readonly seq?: number }[];
  /** True when the payloads were erased, so that the replay could not be made. */
  readonly erased: boolean;
}

/** The dossiers' life, made durable. Each command is one transaction; after it the worker is woken. */
export interface Runtime {
  file(command: FileDossier): Promise<Answer<Standing>>;
  /** Someone of the office begins a dossier that nobody applies for. */
  begin(command: BeginDossier): Promise<Answer<Standing>>;
  claimTask(command: TaskCommand): Promise<Answer<Claimed>>;
  /** A head gives an open task to someone who may do it. */
  assignTask(command: AssignTask): Promise<Answer<Claimed>>;
  releaseTask(command: ReleaseTask): Promise<Answer<Claimed>>;
  completeTask(command: CompleteTask): Promise<Answer<Standing>>;
  /** Reports from a step what the drawing has a way for: that it cannot be done, or that somebody above must know. */
  raiseFromTask(command: RaiseFromTask): Promise<Answer<Standing>>;
  /** Work for a connector that is not here waits until someone completes it. */
  completeJob(command: CompleteJob): Promise<Answer<Standing>>;
  /** Hands out such work, each piece to one at a time. */
  takeJobs(command: TakeJobs): Promise<Answer<readonly TakenJob[]>>;
  /** What a system outside says of work that waits for its answer; the work goes on by it, once. False when it does not wait any more. */
  answerWaiting(job: Pick<JobRow, 'dossierId' | 'id'>, outcome: Outcome): Promise<boolean>;
  extendJob(command: ExtendJob): Promise<Answer<{ readonly until: string }>>;
  /** Gives it back to be tried again; an incident after the last try. */
  failJob(command: FailJob): Promise<Answer<Standing>>;
  /** A person has it given out again at once. */
  releaseJob(command: ReleaseJob): Promise<Answer<Standing>>;
  message(command: DeliverMessage): Promise<Answer<Standing>>;
  /** A message from outside that names no dossier: for the one that waits for it, or it begins one. */
  hear(command: HearMessage): Promise<Answer<Standing>>;
  /** A signal from outside, carried to everyone who waits for it. */
  signal(command: SendSignal): Promise<Answer<{ readonly signalId: string }>>;
  /** How things stand, told from outside: each start event whose condition begins to hold begins a dossier. */
  evaluateConditions(command: EvaluateConditions): Promise<Answer<ConditionsEvaluated>>;
  withdraw(command: Withdraw): Promise<Answer<Standing>>;
  /** Holds a dossier in the caller's transaction for what happens beside its process: an entry of its journal, word to its applicant. */
  beside<Value>(tx: Transaction, dossierId: string, work: (dossier: Beside) => Promise<Value>): Promise<Value>;
  retryIncident(command: RetryIncident): Promise<Answer<Standing>>;
  /** Leaves a failed step as if it were done. */
  skipIncident(command: SkipIncident): Promise<Answer<Standing>>;
  /** Begins the dossiers that a timer could not begin: the first at once, the others by the worker. */
  retryStart(command: FailedStart): Promise<Answer<{ readonly begun: number }>>;
  /** Gives them up, with a reason. */
  skipStart(command: SkipStart): Promise<Answer<{ readonly skipped: number }>>;
  /** Hands a word once more to the dossiers that it could not be handed to: to the first at once, to the others by the worker. */
  retryWord(command: FailedWord): Promise<Answer<{ readonly dossiers: number }>>;
  /** They will not have it, for a reason. */
  skipWord(command: SkipWord): Promise<Answer<{ readonly dossiers: number }>>;
  /** Moves the process by hand, with a reason. */
  move(command: MoveDossier): Promise<Answer<Standing>>;
  /** What a move would ask for, in order; changes nothing. */
  previewMove(command: Omit<MoveDossier, 'key'>): Promise<Answer<readonly Effect[]>>;
  /** The way back from the last move, while nothing has happened since. */
  moveBack(dossierId: string): Promise<MoveBack | undefined>;
  /** Begins a step of an open ad-hoc sub-process. */
  beginStep(command: BeginStep): Promise<Answer<Standing>>;
  /** Declares an open ad-hoc sub-process done. */
  endSteps(command: EndSteps): Promise<Answer<Standing>>;
  /** What would become of each live dossier of a version; changes nothing. */
  examineTransfer(plan: TransferPlan): Promise<Answer<Examined>>;
  /** Has all live dossiers of a version go on under another, by the worker. */
  startTransfer(command: StartTransfer): Promise<Answer<{ readonly transferId: string }>>;
  undoTransfer(command: UndoTransfer): Promise<Answer<{ readonly transferId: string }>>;
  /** Runs what is due now (timers in order, dossiers that time begins, posts, transfers, connector calls, notices, pushes), at most `batch` of each kind (default 50), or of one kind only. */
  work(options?: { readonly batch?: number; readonly only?: WorkKind }): Promise<WorkDone>;
  /** Computes open timers, start timers, task limits and due dates again after a calendar changed; answers how many moved. */
  recomputeDeadlines(unitIds: readonly string[]): Promise<number>;
  /** What would move if these units had that calendar; changes nothing. */
  examineDeadlines(unitIds: readonly string[], calendar: CompiledCalendar): Promise<DeadlinesExamined>;
  verify(dossierId: string): Promise<Verdict>;
  /** Gathers the heads of all chains under one root, to be published. */
  checkpoint(): Promise<CheckpointRow>;
  /** Shows that a dossier's chain is under the newest checkpoint it is in; undefined before the first. */
  proof(dossierId: string): Promise<DossierProof | undefined>;
}
