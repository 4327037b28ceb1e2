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
  | { readonly kind: 'terminate' };

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
  /** Which unit's people: `competent` (default), `receiving`, or a FEEL expression giving a unit id. */
  readonly unit?: string;
  /** FEEL giving the account whose step it is from the start, e.g. the officer whom the section head named. */
  readonly assignee?: string;
  /** Statutory or local limit of this step, e.g. "3 working days". */
  readonly timeLimit?: string;
  /** The dossier's clock on entering: start it, end it, or pause it as long as the step is open, by a named legal cause. */
  readonly clock?: 'start' | 'end' | `pause:${string}`;
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
  /** Named inputs of a connector or business rule, FEEL over the data. */
  readonly inputs?: Readonly<Record<string, Expression>>;
  /** Decision to evaluate in a business rule task: `file#decisionId`. */
  readonly decision?: string;
  /** FEEL of a script task; its value is stored under `result`. */
  readonly script?: Expression;
  /** What a citizen reads in the timeline; absent = the step is internal. */
  readonly citizenName?: LocalText;
  /** English name; BPMN's `name` is the Vietnamese one. */
  readonly nameEn?: string;
}

export interface Flow {
  readonly id: FlowId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly name?: string;
  readonly condition?: Expression;
}

interface NodeBase {
  readonly id: NodeId;
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
}

export interface StartEvent extends NodeBase { readonly kind: 'startEvent'; readonly event: EventDefinition }
export interface EndEvent extends NodeBase { readonly kind: 'endEvent'; readonly event: EventDefinition }
export interface IntermediateCatchEvent extends NodeBase { readonly kind: 'intermediateCatchEvent'; readonly event: EventDefinition }
export interface IntermediateThrowEvent extends NodeBase { readonly kind: 'intermediateThrowEvent'; readonly event: EventDefinition }
export interface BoundaryEvent extends NodeBase {
  readonly kind: 'boundaryEvent';
  readonly event: EventDefinition;
  readonly attachedTo: NodeId;
  readonly interrupting: boolean;
}
export interface UserTask extends NodeBase { readonly kind: 'userTask' }
export interface ManualTask extends NodeBase { readonly kind: 'manualTask' }
export interface ServiceTask extends NodeBase { readonly kind: 'serviceTask' }
export interface ScriptTask extends NodeBase { readonly kind: 'scriptTask' }
export interface BusinessRuleTask extends NodeBase { readonly kind: 'businessRuleTask' }
export interface SendTask extends NodeBase { readonly kind: 'sendTask'; readonly event: EventDefinition & { kind: 'message' } }
export interface ReceiveTask extends NodeBase { readonly kind: 'receiveTask'; readonly event: EventDefinition & { kind: 'message' } }
export interface NoneTask extends NodeBase { readonly kind: 'task' }
export interface ExclusiveGateway extends NodeBase { readonly kind: 'exclusiveGateway' }
export interface ParallelGateway extends NodeBase { readonly kind: 'parallelGateway' }
export interface InclusiveGateway extends NodeBase { readonly kind: 'inclusiveGateway' }
export interface EventBasedGateway extends NodeBase { readonly kind: 'eventBasedGateway' }
export interface SubProcess extends NodeBase { readonly kind: 'subProcess'; readonly starts: readonly NodeId[] }

export type Node =
  | StartEvent | EndEvent | IntermediateCatchEvent | IntermediateThrowEvent | BoundaryEvent
  | UserTask | ManualTask | ServiceTask | ScriptTask | BusinessRuleTask | SendTask | ReceiveTask | NoneTask
  | ExclusiveGateway | ParallelGateway | InclusiveGateway | EventBasedGateway | SubProcess;
export type Kind = Node['kind'];
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;

export interface Definition {
  readonly format: 1;
  /** Id of the BPMN process. */
  readonly id: string;
  readonly name?: string;
  readonly starts: readonly NodeId[];
  readonly nodes: Readonly<Record<NodeId, Node>>;
  readonly flows: Readonly<Record<FlowId, Flow>>;
}
