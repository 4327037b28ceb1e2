import type { Modify } from '../engine/event.ts';
import type { Data, Json } from '../engine/state.ts';

/** Every command: who acts, and a key that the caller makes once per intent, so that sending it again is harmless. */
export interface Command {
  /** Account id. */
  readonly actor: string;
  readonly key: string;
}

/** Where a dossier lies, in ten-millionths of a degree, and of what kind it is. */
export interface Spot { readonly x: number; readonly y: number; readonly kind: string }

/** A citizen (or the counter for one) files an application: a dossier is born and its process starts. */
export interface FileDossier extends Command {
  /** The draft that is filed; it must belong to the applicant and still be unfiled. Absent at the counter or in an import. */
  readonly draftId?: string;
  readonly expectedRevision?: number;
  readonly procedureHash: string;
  /** Competent unit; `receivingUnitId` defaults to it. */
  readonly unitId: string;
  readonly receivingUnitId?: string;
  readonly application: Data;
  readonly applicant: { readonly account: string; readonly name: string; readonly idNo?: string; readonly phone?: string; readonly email?: string };
  readonly channel: 'online' | 'counter' | 'post';
  readonly delivery: Data;
  /** What was decided at filing, e.g. `{ competence, fee, timeLimit }`; stands beside `application` in the data. */
  readonly decided?: Data;
  /** One line that names the matter in lists; may be personal. */
  readonly subject?: string;
  /** Where it lies: for procedures that say so. */
  readonly spot?: Spot;
  /** Files of the application that now belong to the dossier. */
  readonly fileIds?: readonly string[];
  /** Where it was filed, when that was elsewhere, and its code there: a dossier comes of it once. */
  readonly origin?: { readonly portal: string; readonly code: string };
}

/** What a dossier is about besides its own data, by its id. */
export interface DossierLink {
  readonly kind: 'area' | 'household' | 'dossier';
  readonly target: string;
}

/** A person of the office begins a dossier that nobody applies for. */
export interface BeginDossier extends Command {
  readonly procedureHash: string;
  /** Where the actor holds the role that the start event names. */
  readonly unitId: string;
  /** The answer of the application form. */
  readonly application: Data;
  /** As in FileDossier. */
  readonly decided?: Data;
  readonly subject?: string;
  readonly links?: readonly DossierLink[];
}

export interface TaskCommand extends Command {
  readonly taskId: string;
  /** The dossier's version that the actor saw; without it the task itself must still be open. */
  readonly expectedVersion?: number;
}

export interface ReleaseTask extends TaskCommand {
  /** A head may take a task from another's hands. */
  readonly force?: boolean;
}

export interface AssignTask extends TaskCommand {
  /** Account that shall do it. */
  readonly to: string;
}

export interface CompleteTask extends TaskCommand {
  /** The step's answer, stored under `resultName` of the step (engine/result-name.ts). */
  readonly data: Json;
  /** Where the dossier lies once its application is corrected by the answer. */
  readonly spot?: Spot;
}

/** Instead of doing a step, or beside it, a person reports what the drawing has a way for. */
export interface RaiseFromTask extends TaskCommand {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
  /** Kept in the journal, and by the event that catches it when it says where. */
  readonly reason: string;
}

/** Something from outside reached a dossier, e.g. `payment.settled`. */
export interface DeliverMessage extends Command {
  readonly dossierId: string;
  readonly name: string;
  readonly keys?: Data;
  readonly data?: Json;
}

/** Something from outside that names no dossier: its name and keys say for whom it is, among dossiers of some units. */
export interface HearMessage extends Omit<DeliverMessage, 'dossierId' | 'data'> {
  readonly units: readonly string[];
  readonly data?: Data;
}

/** A signal from outside, for dossiers and procedures of some units. */
export interface SendSignal extends Command {
  readonly units: readonly string[];
  readonly name: string;
  readonly data?: Data;
}

/** How things stand, told by a program outside: what begins by a condition is asked, among procedures of some units. */
export interface EvaluateConditions extends Command {
  readonly units: readonly string[];
  readonly data: Data;
}

/** The dossiers that began, and the conditions that are neither true nor false of the facts. */
export interface ConditionsEvaluated {
  readonly begun: readonly { readonly procedure: string; readonly dossierId: string; readonly code: string }[];
  readonly undecided: readonly { readonly procedure: string; readonly node: string; readonly message: string }[];
}

export interface Withdraw extends Command {
  readonly dossierId: string;
  readonly expectedVersion?: number;
  readonly reason: string;
}

export interface RetryIncident extends Command {
  readonly dossierId: string;
  readonly incident: number;
  /** Corrections to the data, merged before trying again. */
  readonly data?: Data;
  /** Corrections by the path of the value, e.g. "application.work.footprint"; judged by the form that the value belongs to. */
  readonly changes?: Data;
  /** Why the data are changed; asked for with `changes`. */
  readonly reason?: string;
}

/** Work that no connector of the house does was done elsewhere: with its answer, or with an error that the process catches by its code. */
export interface CompleteJob extends Command {
  readonly dossierId: string;
  readonly jobId: string;
  /** What it was taken in hand with; without it, whoever has it in hand is too late. */
  readonly fence?: number;
  readonly data?: Json;
  /** A BPMN error instead of an answer, with what it brings. */
  readonly error?: { readonly code: string; readonly message: string; readonly data?: Json };
  /** Why a person does by hand what a program should; kept in the journal. */
  readonly reason?: string;
}

/** A person has work given out again at once; whoever has it in hand is too late. */
export interface ReleaseJob extends Command {
  readonly dossierId: string;
  readonly jobId: string;
  readonly reason: string;
}

/** Someone outside takes work of some units in hand, for some seconds. */
export interface TakeJobs extends Command {
  readonly units: readonly string[];
  readonly connectors: readonly string[];
  readonly seconds: number;
  readonly most: number;
}

export interface TakenJob {
  readonly jobId: string;
  readonly dossierId: string;
  readonly node: string;
  readonly connector: string;
  readonly inputs: Data;
  readonly dueAt: string;
  /** Which try this is, from 1. */
  readonly attempts: number;
  readonly fence: number;
  /** When somebody else may take it. */
  readonly until: string;
}

interface HeldJob extends Command {
  readonly dossierId: string;
  readonly jobId: string;
  readonly fence: number;
}

export interface ExtendJob extends HeldJob {
  readonly seconds: number;
}

/** It did not work this time, for a reason that the process does not know. */
export interface FailJob extends HeldJob {
  readonly message: string;
  /** Seconds until it may be taken again; without it, a wait that grows with each try. */
  readonly retryAfter?: number;
}

/** The failed step is left as if it were done. */
export interface SkipIncident extends Command {
  readonly dossierId: string;
  readonly incident: number;
  /** What is kept instead of what the step would have given, by name. */
  readonly data?: Data;
  /** The ways out of a gateway that could not choose. */
  readonly flows?: readonly string[];
  readonly reason: string;
}

/** The dossiers that a timer of a procedure should have begun, and could not. */
export interface FailedStart extends Command {
  readonly procedureKey: string;
  /** The start event; `part` numbers its events when it has several, else 0. */
  readonly node: string;
  readonly part: number;
}

export interface SkipStart extends FailedStart {
  readonly reason: string;
}

/** The dossiers to which a word could not be handed. */
export interface FailedWord extends Command {
  readonly postId: string;
}

export interface SkipWord extends FailedWord {
  readonly reason: string;
}

/** A person moves the process: tokens are taken away, others begin, data are put right. */
export interface MoveDossier extends Command, Pick<Modify, 'cancel' | 'begin' | 'reason'> {
  readonly dossierId: string;
  readonly expectedVersion?: number;
  /** As in RetryIncident. */
  readonly changes?: Data;
}

/** A step of an open ad-hoc sub-process, named by its element, is begun. */
export interface BeginStep extends Command {
  readonly dossierId: string;
  readonly node: string;
  readonly data?: Data;
  /** Of several that are open at once, the token of the one that is meant; the oldest without it. */
  readonly token?: number;
}

/** An open ad-hoc sub-process, named by its element and perhaps its token, is declared done. */
export interface EndSteps extends Command {
  readonly dossierId: string;
  readonly node: string;
  readonly token?: number;
}

/** How dossiers of one version go on under another; elements and flows keep their id unless `mapping` names another. */
export interface TransferPlan {
  readonly from: string;
  readonly to: string;
  readonly mapping: Readonly<Record<string, string>>;
}

/** All live dossiers of a version go on under another, one after the other, by the machine. */
export interface StartTransfer extends Command, TransferPlan {
  readonly reason: string;
  /** Takes along those about which a clerk should be asked; those that cannot go stay. */
  readonly confirmed: boolean;
}

/** Those that a transfer has moved go back where they still can. */
export interface UndoTransfer extends Command {
  readonly transferId: string;
  readonly reason: string;
}

/** Where the dossier stands after the command. */
export interface Standing {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  /** National dossier state, 1–10. */
  readonly state: number;
  readonly status: 'active' | 'completed' | 'terminated' | 'failed';
  readonly openTasks: readonly { readonly id: string; readonly node: string; readonly role: string; readonly unitId: string }[];
}

export interface Claimed {
  readonly taskId: string;
  readonly dossierId: string;
  /** The dossier's version after it. */
  readonly version: number;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
}
