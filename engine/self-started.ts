import { beginsBy } from './begins.ts';
import type { Definition, EventDefinition, Expression, NodeId, TimerDefinition } from './definition.ts';
import { evaluate } from './expression/feel.ts';
import type { Start } from './started-by.ts';
import { beginsPlainly } from './words-between.ts';

/** What begins instances although nobody says anything: a start event's timer or condition (BPMN 2.0.2, 10.5.2). `part` numbers the events of one start event. */
export type SelfStart = { readonly node: NodeId; readonly part: number } & (
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'conditional'; readonly condition: Expression }
);
export type StartCondition = SelfStart & { readonly kind: 'conditional' };
export type StartTimer = SelfStart & { readonly kind: 'timer' };

const parts = (event: EventDefinition): readonly EventDefinition[] => (event.kind === 'multiple' ? event.events : [event]);

/** The timers and conditions that begin instances of a process. */
export const selfStarts = (definition: Definition): readonly SelfStart[] => definition.starts.flatMap((id) => {
  const begins = beginsBy(definition, id);
  return !begins ? [] : parts(begins).flatMap((event, part): readonly SelfStart[] => {
    if (event.kind === 'timer') return [{ node: id, part, kind: 'timer', timer: event.timer }];
    return event.kind === 'conditional' ? [{ node: id, part, kind: 'conditional', condition: event.condition }] : [];
  });
});

export const startTimers = (definition: Definition): readonly StartTimer[] => selfStarts(definition).filter((start) => start.kind === 'timer');

export const startConditions = (definition: Definition): readonly StartCondition[] => selfStarts(definition).filter((start) => start.kind === 'conditional');

/** Where an instance begins that nobody begins but time or a condition: the first of them. */
export const startByItself = (definition: Definition): Start | undefined => {
  const [first] = beginsPlainly(definition) ? [] : selfStarts(definition);
  return first && { node: first.node };
};

/**
 * The text of a start event's timer from `at` on (a UTC instant). Before there is an instance there are no data: FEEL may only compute
 * with the time.
 * @throws when FEEL gives no text.
 */
export const startTimerText = ({ node, timer: { value } }: StartTimer, at: string): string => {
  if (typeof value === 'string') return value;
  const answer = evaluate(value.text, {}, at);
  if (!('failed' in answer) && typeof answer.value === 'string' && answer.value !== '') return answer.value;
  throw new Error(`expected the timer of start event ${node} "${value.text}" to be text, but it is ${'failed' in answer ? answer.failed : JSON.stringify(answer.value)}`);
};
