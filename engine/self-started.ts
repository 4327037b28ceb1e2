import type { Definition, EventDefinition, Expression, Node, NodeId, TimerDefinition } from './definition.ts';
import { evaluate } from './expression/feel.ts';

/** What begins instances although nobody says anything: a start event's timer or condition (BPMN 2.0.2, 10.5.2). */
export type SelfStart = { readonly node: NodeId } & (
  | { readonly kind: 'timer'; readonly type: TimerDefinition['type']; readonly value: string }
  | { readonly kind: 'conditional'; readonly condition: Expression }
);

const parts = (event: EventDefinition): readonly EventDefinition[] => (event.kind === 'multiple' ? event.events : [event]);

/** Whether a start event begins its process by a timer or a condition, alone or among others. */
export const beginsByItself = (node: Node): boolean => node.kind === 'startEvent' && parts(node.event).some(({ kind }) => kind === 'timer' || kind === 'conditional');

/** A timer's text. Before there is an instance there are no data: FEEL may only compute with the time. */
const textOf = (node: NodeId, value: string | Expression, at: string): string => {
  if (typeof value === 'string') return value;
  const answer = evaluate(value.text, {}, at);
  if (!('failed' in answer) && typeof answer.value === 'string' && answer.value !== '') return answer.value;
  throw new Error(`expected the timer of start event ${node} "${value.text}" to be text, but it is ${'failed' in answer ? answer.failed : JSON.stringify(answer.value)}`);
};

/**
 * The timers and conditions that begin instances of a process, as they are from `at` on (a UTC instant).
 * @throws when FEEL gives no time.
 */
export const selfStarts = ({ nodes, starts }: Definition, at: string): readonly SelfStart[] => starts.flatMap((id) => {
  const node = nodes[id]!;
  if (node.kind !== 'startEvent') return [];
  return parts(node.event).flatMap((event): SelfStart[] => {
    if (event.kind === 'timer') return [{ node: id, kind: 'timer', type: event.timer.type, value: textOf(id, event.timer.value, at) }];
    return event.kind === 'conditional' ? [{ node: id, kind: 'conditional', condition: event.condition }] : [];
  });
});
