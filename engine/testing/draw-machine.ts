import * as fc from 'fast-check';
import type { Action, Machine, StateConfig, Transition } from '../statechart/machine.ts';

/** Guards that both sides understand: FEEL, and the same in JavaScript. */
export const guards: Readonly<Record<string, (data: { readonly n: number; readonly m: number }) => boolean>> = {
  'n > 1': ({ n }) => n > 1, 'n = m': ({ n, m }) => n === m, 'm < 2': ({ m }) => m < 2, 'n + m > 4': ({ n, m }) => n + m > 4, 'false': () => false,
};
/** Values that both sides can work out, by name and FEEL. */
export const values: Readonly<Record<string, (data: { readonly n: number; readonly m: number }) => number>> = {
  'if n < 5 then n + 1 else 0': ({ n }) => (n < 5 ? n + 1 : 0), 'if m < 3 then m + 1 else 0': ({ m }) => (m < 3 ? m + 1 : 0), 'm': ({ m }) => m, '0': () => 0,
};
export const messages = ['m0', 'm1', 'm2'] as const;
const raised = ['r0', 'r1'] as const;
const delays = ['PT1M', 'PT2M', '180000'] as const;

/** A choice made by numbers that fast-check can shrink. */
export interface Chance {
  below(limit: number): number;
  of<T>(values: readonly T[]): T;
}

export const chanceOf = (numbers: readonly number[]): Chance => {
  let next = 0;
  const below = (limit: number): number => (numbers[next++ % numbers.length] ?? 0) % limit;
  return { below, of: (list) => list[below(list.length)]! };
};

export const arbitraryChance = fc.array(fc.nat(10_000), { minLength: 60, maxLength: 60 });

/** A random machine: every kind of state, every kind of transition, from every state to every other. */
export const drawMachine = (chance: Chance): Machine => {
  let count = 0;
  const drawn: { readonly id: string; readonly kind: string }[] = [];
  const draw = (depth: number, id: string): Record<string, unknown> => {
    const kind = depth === 0 ? chance.of(['compound', 'compound', 'parallel']) : depth > 3 ? chance.of(['atomic', 'atomic', 'final']) : chance.of(['atomic', 'atomic', 'compound', 'parallel', 'final', 'task', 'job']);
    drawn.push({ id, kind });
    if (kind !== 'compound' && kind !== 'parallel') return { kind };
    const states: Record<string, unknown> = {};
    const children = 1 + chance.below(3);
    for (let index = 0; index < children; index += 1) {
      const child = `s${(count += 1)}`;
      states[child] = draw(depth + 1, child);
    }
    const keys = Object.keys(states);
    if (chance.below(2) === 0) {
      const child = `h${(count += 1)}`;
      drawn.push({ id: child, kind: 'history' });
      states[child] = { kind: 'history', history: chance.of(['shallow', 'deep']), ...(kind === 'compound' && chance.below(2) === 0 && { target: chance.of(keys) }) };
    }
    return { kind, states, ...(kind === 'compound' && { initial: chance.of(keys) }) };
  };
  const tree = draw(0, 'root');
  const targets = drawn.filter(({ id }) => id !== 'root').map(({ id }) => `#${id}`);

  const action = (): Action => chance.below(5) === 0
    ? { type: 'raise', params: { event: chance.of(raised) } }
    : { type: 'assign', params: { [chance.of(['n', 'm'])]: chance.of(Object.keys(values)) } };
  const transition = (guarded: boolean): Transition => ({
    ...(chance.below(6) > 0 && { target: chance.of(targets) }),
    ...((guarded || chance.below(3) === 0) && { guard: chance.of(Object.keys(guards)) }),
    ...(chance.below(2) === 0 && { actions: [action()] }),
    ...(chance.below(3) === 0 && { reenter: true }),
  });
  const some = (guarded = false): Transition[] => (chance.below(3) === 0 ? [transition(true), transition(guarded)] : [transition(guarded)]);

  const finish = ({ kind, states, ...rest }: Record<string, unknown>, id: string): StateConfig => {
    const held = states === undefined ? undefined : Object.fromEntries(Object.entries(states as Record<string, Record<string, unknown>>).map(([key, child]) => [key, finish(child, key)]));
    if (kind === 'history') return { type: 'history', ...rest } as StateConfig;
    const acts = { ...(chance.below(3) === 0 && { entry: [action()] }), ...(chance.below(4) === 0 && { exit: [action()] }) };
    if (kind === 'final') return { type: 'final', ...acts };
    const on: Record<string, Transition[]> = {};
    for (const name of [...messages, ...raised]) if (chance.below(4) === 0) on[name] = some();
    if (kind === 'task') on[`task.complete.${id}`] = some();
    const after: Record<string, Transition[]> = {};
    for (const delay of delays) if (chance.below(5) === 0) after[delay] = some();
    return {
      ...(kind === 'parallel' && { type: 'parallel' as const }), ...rest, ...acts, ...(held ? { states: held } : {}), on, after,
      ...(chance.below(6) === 0 && { always: some(true) }),
      ...(held !== undefined && chance.below(2) === 0 && { onDone: some() }),
      ...(kind === 'task' && { meta: { task: {} } }),
      ...(kind === 'job' && { invoke: { src: 'work', onDone: some(), ...(chance.below(2) === 0 && { onError: [{ target: chance.of(targets) }] }) } }),
    };
  };
  return { id: 'root', context: { n: 0, m: 0 }, ...finish(tree, 'root') } as Machine;
};
