import type { Kind } from '../definition.ts';
import { familyOf } from './family.ts';

interface Standing {
  /** The rule that is broken where it stands elsewhere. */
  readonly rule: `misplaced-${string}`;
  /** What it is, and where something reads it, in words that follow "expected … only on …". */
  readonly what: string;
  readonly where: string;
  readonly on: (kind: Kind) => boolean;
}

const only = (...kinds: readonly Kind[]) => (kind: Kind): boolean => kinds.includes(kind);
const families: ReadonlySet<string> = new Set(['activity', 'event', 'handler', 'state']);
const isStep = (kind: Kind): boolean => families.has(familyOf(kind));

const ofPerson = (what: string): Standing => ({ rule: 'misplaced-person', what, where: 'user tasks', on: only('userTask') });
/** Whose step it is, or whose it is to begin the steps of an ad-hoc sub-process. */
const ofOne = (what: string): Standing => ({ rule: 'misplaced-person', what, where: 'user tasks and ad-hoc sub-processes', on: only('userTask', 'adHocSubProcess') });
/** Whoever may do a step, whoever may begin the steps of an ad-hoc sub-process, and whoever of the office begins an instance by hand. */
const ofBeginner = (what: string): Standing => ({ rule: 'misplaced-person', what, where: 'user tasks, ad-hoc sub-processes and plain start events of a process', on: only('userTask', 'adHocSubProcess', 'startEvent') });
/** A gateway is passed, perhaps by several tokens: no moment at which a clock would begin. */
const ofDossier = (what: string): Standing => ({ rule: 'misplaced-clock', what, where: 'activities and events', on: isStep });
const ofWork = (what: string, ...kinds: readonly Kind[]): Standing => ({ rule: 'misplaced-connector', what, where: 'steps that a machine does', on: only(...kinds) });

/** Where each attribute `motcua:*` of a step (motcua.json) may stand: where something reads it. The designer's panel offers it there and nowhere else; names (`nameEn`, `citizenName`) may stand on everything. */
export const standings = {
  form: ofPerson('a form'),
  assignee: ofOne('an assignee'),
  assignedRole: ofPerson('a role that the data choose'),
  performer: ofPerson('the name of who did it'),
  timeLimit: ofPerson('a time limit'),
  dueDate: ofPerson('a due date'),
  fourEyes: ofPerson('four eyes'),
  letters: ofPerson('letters to draft'),
  role: ofBeginner('a role'),
  unit: ofOne('a unit'),
  candidates: ofBeginner('groups'),
  clock: ofDossier('a clock'),
  state: ofDossier('a dossier state'),
  variables: { rule: 'misplaced-variables', what: 'a way to share data', where: 'activities and events', on: isStep },
  connector: ofWork('a connector', 'serviceTask'),
  evaluates: ofWork("FEEL in place of a connector's work", 'serviceTask', 'scriptTask'),
  decision: { rule: 'misplaced-decision', what: 'a decision', where: 'business rule tasks', on: only('businessRuleTask') },
  result: {
    rule: 'misplaced-result', what: 'a name for what it answers', where: 'what answers something',
    on: only('userTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'receiveTask', 'callActivity', 'startEvent', 'intermediateCatchEvent', 'boundaryEvent'),
  },
  initiator: { rule: 'misplaced-initiator', what: 'the name of who begins', where: 'start events of a process', on: only('startEvent') },
} as const satisfies Readonly<Record<string, Standing>>;

export type StepAttribute = keyof typeof standings;

/** Whether something reads this of an element of this kind. */
export const mayStand = (attribute: StepAttribute, kind: Kind): boolean => standings[attribute].on(kind);
