/** What a rule follows: a standard with its clauses, or what is proven (docs/soundness.md). */
export type Followed = { readonly standard: 'BPMN 2.0.2' | 'DMN 1.5'; readonly clauses: string } | { readonly standard: 'soundness' };

/** Clauses of BPMN 2.0.2 and the rules that follow them, as docs/elements/refusals.md has them. */
const bpmn: readonly (readonly [clauses: string, ...rules: string[]])[] = [
  ['8.3', 'unknown-element', 'unknown-attribute', 'unknown-event'],
  ['8.3.3', 'must-understand'],
  ['13.1', 'choreography'],
  ['8.2.1', 'duplicate-id'],
  ['10.4.1', 'data-reference', 'data-store'],
  ['10.8', 'lane-node'],
  ['7.6.1, 8.4.13', 'missing-end', 'flow-end'],
  ['7.6.1', 'crosses-scope'],
  ['10.5.2, 10.5.3, 10.5.4', 'into-start', 'out-of-end'],
  ['8.4.13', 'misplaced-condition', 'lone-condition', 'not-immediate'],
  ['9.4', 'message-flow-within'],
  ['8.4.2', 'correlation'],
  ['table 7.4, 10.5.2 to 10.5.4', 'message-flow-end'],
  ['8.5.3', 'message-operation'],
  ['10.6', 'gateway-flows', 'gateway-direction'],
  ['10.6.6', 'event-gateway-target', 'event-gateway-mixed', 'parallel-event-gateway'],
  ['10.6.6, 10.3.3', 'instantiating', 'instantiating-gateway', 'instantiating-receive'],
  ['10.5.2, 10.6.6', 'begins-twice'],
  ['table 10.93', 'event-place'],
  ['10.5.2, 8.4.2', 'parallel-start'],
  ['10.5.4', 'boundary-host'],
  ['10.5.4, table 10.93', 'error-interrupts'],
  ['10.5.3, 10.5.4', 'cancel-place', 'cancel-host'],
  ['10.3.5', 'event-sub-process-kind', 'transaction-method', 'ad-hoc-activity', 'ad-hoc-event', 'event-sub-process-start'],
  ['10.5.2', 'called-start', 'missing-start'],
  ['10.3.8', 'loop-count', 'loop-output'],
  ['table 10.31', 'behavior-event'],
  ['table 10.3', 'quantity'],
  ['10.7', 'compensation-flow'],
  ['13.5.6', 'cancel-uncaught'],
  ['13.5.5', 'compensation-activity'],
  ['10.4.1, 10.4.2', 'data-association'],
  ['table 10.59, table 10.60, 10.3.6, 10.4.2, 10.5.1', 'data-set'],
  ['10.3.1', 'resource'],
  ['table 10.1', 'process-type'],
];
/** Rules that say what FEEL and decision tables are. */
const dmn: readonly (readonly [clauses: string, ...rules: string[]])[] = [['10.3', 'expression', 'feel'], ['8', 'decision-complete', 'cell-known']];
const proven = ['option-to-complete', 'proper-completion', 'safeness', 'dead-element', 'endless-loop', 'gateway-gap', 'model-fault', 'messages-taken'];

const followed: ReadonlyMap<string, Followed> = new Map<string, Followed>([
  ...bpmn.flatMap(([clauses, ...rules]) => rules.map((rule) => [rule, { standard: 'BPMN 2.0.2', clauses }] as const)),
  ...dmn.flatMap(([clauses, ...rules]) => rules.map((rule) => [rule, { standard: 'DMN 1.5', clauses }] as const)),
  ...proven.map((rule) => [rule, { standard: 'soundness' }] as const),
]);

/** The standard that a rule of the checker follows; nothing for one of this house. */
export const followedBy = (rule: string): Followed | undefined => followed.get(rule);
