import { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries';
import { translate } from './translate.ts';

/** What the drawing tool makes a shape from. */
export interface Target {
  readonly type: string;
  readonly eventDefinitionType?: string;
  readonly isExpanded?: boolean;
}

interface Kind {
  readonly label: string;
  readonly target: Target;
}

const entries = PopupEntries as Readonly<Record<string, Kind>>;

/** What may stand after a step, of all that BPMN has: what the menus of the drawing tool offer with a pointer. */
const after = [
  'task', 'user-task', 'service-task', 'script-task', 'rule-task', 'send-task', 'receive-task', 'manual-task', 'call-activity', 'expanded-subprocess', 'expanded-ad-hoc-subprocess', 'transaction',
  'exclusive-gateway', 'parallel-gateway', 'inclusive-gateway', 'complex-gateway', 'event-based-gateway',
  'message-intermediate-catch', 'timer-intermediate-catch', 'conditional-intermediate-catch', 'signal-intermediate-catch', 'link-intermediate-catch',
  'message-intermediate-throw', 'signal-intermediate-throw', 'escalation-intermediate-throw', 'compensation-intermediate-throw', 'link-intermediate-throw',
  'none-end-event', 'message-end', 'error-end', 'escalation-end', 'signal-end', 'compensation-end', 'terminate-end', 'cancel-end',
] as const;
export type FullKind = (typeof after)[number];

const edge = ['timer-boundary', 'message-boundary', 'signal-boundary', 'error-boundary', 'escalation-boundary', 'conditional-boundary', 'compensation-boundary', 'cancel-boundary'] as const;
export type EdgeKind = (typeof edge)[number];

export const isFullKind = (key: string): key is FullKind => (after as readonly string[]).includes(key);
export const targetOf = (key: FullKind | EdgeKind): Target => entries[key]!.target;

const options = <K extends FullKind | EdgeKind>(keys: readonly K[]) => keys.map((value) => ({ value, label: translate(entries[value]!.label) }));

/** By their names in the reader's language. */
export const fullKinds = () => options(after);
/** Only a transaction is cancelled (BPMN 2.0.2, 10.5.1). */
export const edgeKinds = (host: string) => options(edge.filter((key) => key !== 'cancel-boundary' || host === 'bpmn:Transaction'));
