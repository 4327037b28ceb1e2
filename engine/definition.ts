import type { Machine } from './statechart/machine.ts';

/**
 * The executable form of a drawn workflow: frozen JSON, compiled once, without coordinates or moddle objects.
 * Words are those of BPMN 2.0.2; `Kind` grows with the elements the engine executes.
 */
export type NodeId = string;
export type FlowId = string;

/** An expression in FEEL. `text` never starts with `=`; readers strip it. */
export interface Expression {
  readonly text: string;
}

/** What a catching or throwing event reacts to. */
export type EventDefinition =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly name: string; readonly keys?: readonly { readonly name: string; readonly value: Expression }[] }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'error'; readonly code?: string }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'signal'; readonly name: string }
  | { readonly kind: 'escalation'; readonly code?: string }
  | { readonly kind: 'conditional'; readonly condition: Expression }
  /** Both ends of a link; the reader joins them by a flow of its own. */
  | { readonly kind: 'link'; readonly name: string }
  /** Thrown: what to compensate (default: everything done in the scope) and whether to wait for it. Caught: the handler's trigger. */
  | { readonly kind: 'compensation'; readonly activity?: NodeId; readonly wait: boolean }
  | { readonly kind: 'cancel' }
  /** Caught: the first of the events, or all of them when `parallel`. Thrown: all of them, in order. */
  | { readonly kind: 'multiple'; readonly parallel: boolean; readonly events: readonly EventDefinition[] };

/**
 * `value` is a FEEL expression (`= …`) or literal text: an ISO date-time, an ISO duration or cycle,
 * or a limit in working time such as "2 working days" (engine/calendar/limit.ts).
 * The core hands it out as text; whoever keeps the timers turns it into an instant with a calendar.
 */
export interface TimerDefinition {
  readonly type: 'date' | 'duration' | 'cycle';
  readonly value: string | Expression;
}

export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** What a procedure says about a step beyond BPMN; read from the extension attributes `motcua:*`. */
export interface StepProperties {
  /** Form to show for a user task: a file name in `forms/` without `.json`. */
  readonly form?: string;
  /** Who may do it: a role code of the glossary; `applicant` is the citizen who filed. */
  readonly role?: string;
  /** Which unit's people, as `stepUnit` reads it: `competent` (default), `receiving`, `kind:land-office` (the nearest of a kind), or FEEL giving a unit id. */
  readonly unit?: string;
  /** FEEL giving the account whose step it is from the start, e.g. the officer whom the section head named. */
  readonly assignee?: string;
  /** FEEL giving the one of its roles that has the step, when the data choose among them; all of them when it gives none of these. */
  readonly assignedRole?: string;
  /** Name under which the account that did the step is kept. */
  readonly performer?: string;
  /** Statutory or local limit of this step, e.g. "3 working days". */
  readonly timeLimit?: string;
  /** The dossier's clock on entering: start it, set the limit anew that was decided since, end it, or pause it as long as the step is open, by a named legal cause. */
  readonly clock?: 'start' | 'limit' | 'end' | `pause:${string}`;
  /** National dossier state (1–10) that holds from entering this step on. */
  readonly state?: number;
  /** Ids of steps whose performer must be another person than this step's. */
  readonly fourEyes?: readonly NodeId[];
  /** Name under which the step's answer is kept in the data; default: the node id. */
  readonly result?: string;
  /** Letters (file names in `letters/`) that are drafted for preview in this step. */
  readonly letters?: readonly string[];
  /** What a service task asks for: the connector's name, e.g. `letter.issue`. */
  readonly connector?: string;
  /** Named inputs, FEEL over the data: of a connector, a decision, a message; otherwise values of the activity's own, gone when it is done. */
  readonly inputs?: Readonly<Record<string, Expression>>;
  /** Data without which the activity does not begin (BPMN 2.0.2, 13.3.2): it waits for one of the sets, the first that is there is used. */
  readonly inputSets?: readonly InputSet[];
  /** Which of `outputs` are kept, by what the answer has: those of the first set that is there. */
  readonly outputSets?: readonly OutputSet[];
  /** What is kept when the activity is done, by name: FEEL over the data, its own values and its answer. Without it, the answer itself. */
  readonly outputs?: Readonly<Record<string, Expression>>;
  /**
   * The step was drawn for another engine and shares data as there: its work sees all that the step sees, its inputs are values of
   * its own, and the entries of its answer become data by their names: always, or only when no outputs are mapped. The outputs of a call that shares 'always', or
   * has `locals` or `keeps`, see the data of the called process alone.
   */
  readonly variables?: 'always' | 'unmapped';
  /** Groups whose members may do the step, as drawn for other engines; `role` goes before them (step-roles.ts). */
  readonly candidates?: readonly string[];
  /** When the step is due as drawn for other engines: an instant, a duration or FEEL that gives one; `timeLimit` comes first. */
  readonly dueDate?: string | Expression;
  /** Of a start event: the name under which the account that began the instance is kept. */
  readonly initiator?: string;
  /** Decision to evaluate in a business rule task: `file#decisionId`. */
  readonly decision?: string;
  /** FEEL of a script task; its value is stored under `result`. */
  readonly script?: Expression;
  /** What a citizen reads in the timeline; absent = the step is internal. */
  readonly citizenName?: LocalText;
  /** English name; BPMN's `name` is the Vietnamese one. */
  readonly nameEn?: string;
}

export interface InputSet {
  /** Whether all its required data are there; FEEL over what the token sees. */
  readonly available: Expression;
  /** Names among the inputs that have no value when the activity begins with this set. */
  readonly unfilled: readonly string[];
}

export interface OutputSet {
  /** Whether all its required outputs were given; FEEL over the answer's entries. */
  readonly available: Expression;
  /** Whether it may follow the set of inputs with which the activity began; FEEL over `inputSet`, the number of that set from 1. */
  readonly rule?: Expression;
  /** What is kept, by name. */
  readonly outputs: Readonly<Record<string, Expression>>;
  /** Names among them that are left alone when their value is not there. */
  readonly optional?: readonly string[];
}

export interface Flow {
  readonly id: FlowId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly name?: string;
  readonly nameEn?: string;
  readonly condition?: Expression;
  /** Joins the two ends of a link event; not drawn as a flow. */
  readonly link?: true;
}

/** An activity done several times (BPMN 2.0.2, 13.3.6 and 13.3.7). */
export type Loop =
  | { readonly kind: 'standard'; readonly testBefore: boolean; readonly condition?: Expression; readonly maximum?: number }
  | {
    readonly kind: 'multi';
    readonly sequential: boolean;
    /** One instance for each entry, or as many as `cardinality` says. */
    readonly collection?: Expression;
    readonly cardinality?: Expression;
    /** Name of the instance's own value that holds its entry. */
    readonly element?: string;
    /** Name of the instance's own value that it is to leave for the output; nothing at first. */
    readonly own?: string;
    /** Asked after each instance; once it holds, the others are cancelled. */
    readonly completion?: Expression;
    /** Gathers `value` of each instance, in the order of the collection, as a list under `name`. */
    readonly output?: { readonly name: string; readonly value: Expression };
    /** Events thrown at the activity's own boundary when instances are done; none for the behavior All. */
    readonly throws?: readonly { readonly when: 'each' | 'first' | Expression; readonly event: EventDefinition }[];
  };

interface NodeBase {
  readonly id: NodeId;
  /** The id with which it was drawn, where it has another (renamed.ts): what is kept under its own name is kept under that. */
  readonly origin?: NodeId;
  readonly name?: string;
  /** The process or sub-process that holds this node. */
  readonly parent: NodeId;
  readonly incoming: readonly FlowId[];
  readonly outgoing: readonly FlowId[];
  /** The flow taken when no condition holds; only out of activities, exclusive and inclusive gateways. */
  readonly default?: FlowId;
  /** Boundary events attached to this activity. */
  readonly boundary: readonly NodeId[];
  readonly step: StepProperties;
  readonly loop?: Loop;
  /** Tokens needed to begin, and tokens sent on each way out; 1 when absent (BPMN 2.0.2, table 10.3). */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  /** A compensation handler: begun by compensation alone. */
  readonly forCompensation?: true;
  /** Names of a sub-process's own data, null at first. */
  readonly own?: readonly string[];
  /** Messages that flow out of the activity when it is done. */
  readonly sends?: readonly string[];
}

/** What holds other elements: where its tokens begin, and the event sub-processes directly within. */
export interface Body {
  readonly starts: readonly NodeId[];
  readonly handlers: readonly NodeId[];
}

/** A called process: like a sub-process, but it sees nothing of its caller's data. */
export interface Process extends Body {
  readonly id: string;
  readonly name?: string;
  /** By which keys its own messages are told apart; absent, it goes by those of the definition. */
  readonly conversation?: Conversation;
}

/** `interrupting` is false for an event sub-process whose scope goes on when it begins. */
export interface StartEvent extends NodeBase { readonly kind: 'startEvent'; readonly event: EventDefinition; readonly interrupting?: false }
export interface EndEvent extends NodeBase { readonly kind: 'endEvent'; readonly event: EventDefinition }
export interface IntermediateCatchEvent extends NodeBase { readonly kind: 'intermediateCatchEvent'; readonly event: EventDefinition }
export interface IntermediateThrowEvent extends NodeBase { readonly kind: 'intermediateThrowEvent'; readonly event: EventDefinition }
export interface BoundaryEvent extends NodeBase {
  readonly kind: 'boundaryEvent';
  readonly event: EventDefinition;
  readonly attachedTo: NodeId;
  readonly interrupting: boolean;
  /** The handler of a compensation boundary event. */
  readonly handler?: NodeId;
}
export interface UserTask extends NodeBase { readonly kind: 'userTask' }
export interface ManualTask extends NodeBase { readonly kind: 'manualTask' }
export interface ServiceTask extends NodeBase { readonly kind: 'serviceTask' }
export interface ScriptTask extends NodeBase { readonly kind: 'scriptTask' }
export interface BusinessRuleTask extends NodeBase { readonly kind: 'businessRuleTask' }
export interface SendTask extends NodeBase { readonly kind: 'sendTask'; readonly event: EventDefinition & { kind: 'message' } }
export interface ReceiveTask extends NodeBase { readonly kind: 'receiveTask'; readonly event: EventDefinition & { kind: 'message' }; readonly instantiate?: true }
export interface NoneTask extends NodeBase { readonly kind: 'task' }
export interface ExclusiveGateway extends NodeBase { readonly kind: 'exclusiveGateway' }
export interface ParallelGateway extends NodeBase { readonly kind: 'parallelGateway' }
export interface InclusiveGateway extends NodeBase { readonly kind: 'inclusiveGateway' }
/** Goes on when `activation` holds over the data, `activationCount` and `arrived`; without it, at the first token. */
export interface ComplexGateway extends NodeBase { readonly kind: 'complexGateway'; readonly activation?: Expression }
/** `all`: an instance needs every event, not the first alone; only where it begins an instance. */
export interface EventBasedGateway extends NodeBase { readonly kind: 'eventBasedGateway'; readonly instantiate?: true; readonly all?: true }
export interface SubProcess extends NodeBase, Body { readonly kind: 'subProcess' }
export interface EventSubProcess extends NodeBase, Body { readonly kind: 'eventSubProcess' }
export interface Transaction extends NodeBase, Body { readonly kind: 'transaction' }
/** `starts` may be begun any number of times, one at a time when `sequential`, until `completion` holds. */
export interface AdHocSubProcess extends NodeBase, Body {
  readonly kind: 'adHocSubProcess';
  /** FEEL that gives the ids of the steps that begin with it; people begin others. */
  readonly activates?: Expression;
  readonly sequential: boolean;
  readonly completion?: Expression;
  readonly cancelRemaining: boolean;
}
/** `called` names a process of the same definition (link.ts puts those of other files in); FEEL that gives its id is asked on entering. */
export interface CallActivity extends NodeBase {
  readonly kind: 'callActivity';
  readonly called: string | Expression;
  /** Which version of a called procedure is taken when the caller is published: what is offered then (default), what stands in the same package, or a number. */
  readonly binding?: 'deployment' | number;
  /** All that the caller sees is handed to the called process, besides its inputs. */
  readonly shares?: true;
  /** All data of the called process go back to the caller, besides its `outputs`; `local`: as values of the activity's own. */
  readonly propagate?: true | 'local';
  /** Values of the activity's own, computed before its `inputs`, which see them. What comes back under the name of one of them replaces it. */
  readonly values?: Readonly<Record<string, Expression>>;
  /** What comes back as values of the activity's own, beside its `outputs`. */
  readonly locals?: Readonly<Record<string, Expression>>;
  /** What is kept when all has come back, by name: FEEL over the data and the activity's own values. */
  readonly keeps?: Readonly<Record<string, Expression>>;
}

/** A state of a statechart that neither asks for work nor ends anything: it holds other states, or waits for an event. */
export interface ChartState extends NodeBase {
  readonly kind: 'state';
  /** The states that are entered with it, when it holds others. */
  readonly starts?: readonly NodeId[];
}

export type Node =
  | ChartState
  | StartEvent | EndEvent | IntermediateCatchEvent | IntermediateThrowEvent | BoundaryEvent
  | UserTask | ManualTask | ServiceTask | ScriptTask | BusinessRuleTask | SendTask | ReceiveTask | NoneTask
  | ExclusiveGateway | ParallelGateway | InclusiveGateway | ComplexGateway | EventBasedGateway
  | SubProcess | EventSubProcess | Transaction | AdHocSubProcess | CallActivity;
export type Kind = Node['kind'];
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;

/** Properties that together tell conversations apart, and where each stands in a message. */
export interface CorrelationKey {
  readonly key: string;
  readonly properties: Readonly<Record<string, Expression>>;
}

/** How messages find their instances by what they bring (BPMN 2.0.2, 8.4.2). */
export interface Conversation {
  /** The keys that a message brings, by its name. */
  readonly messages: Readonly<Record<string, readonly CorrelationKey[]>>;
  /** What the process expects of a key, from its data; of the others the first message says it. */
  readonly expected: Readonly<Record<string, Readonly<Record<string, Expression>>>>;
}

export interface Definition {
  readonly format: 1;
  /** Id of the BPMN process. */
  readonly id: string;
  readonly name?: string;
  readonly starts: readonly NodeId[];
  /** Event sub-processes of the process itself. */
  readonly handlers?: readonly NodeId[];
  /** Processes that call activities begin, by id; their elements stand in `nodes` with those of the process. */
  readonly processes?: Readonly<Record<string, Process>>;
  readonly nodes: Readonly<Record<NodeId, Node>>;
  readonly flows: Readonly<Record<FlowId, Flow>>;
  /** Absent when no message is told apart by what it brings, in the process itself and in those it calls. */
  readonly conversation?: Conversation;
  /** A statechart: it is executed by `statechart/`, and `nodes` and `flows` are its outline. */
  readonly machine?: Machine;
}
