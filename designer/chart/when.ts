import type { StateConfig } from '../../engine/statechart/machine.ts';
import { taskEvent } from '../../engine/statechart/way.ts';
import { holdsStates } from '../../engine/statechart/walk.ts';
import type { Spot } from './leads.ts';

/** What a transition may wait for, in the words of procedures. */
export type When = 'done' | 'onDone' | 'error' | 'after' | 'message' | 'always';

/** What the transitions out of a state may wait for: its own work first, where it has some. */
export const whensOf = (state: StateConfig): readonly When[] => [
  ...(state.meta?.task ? ['done' as const] : []), ...(state.invoke || holdsStates(state) ? ['onDone' as const] : []), ...(state.invoke ? ['error' as const] : []), 'after', 'message', 'always',
];

export const whenOf = (id: string, { list, key }: Pick<Spot, 'list' | 'key'>): When =>
  (list === 'on' ? (key === taskEvent(id) ? 'done' : 'message') : list === 'onError' ? 'error' : list);

const fresh = (taken: object, wanted: string): string => {
  let key = wanted;
  for (let number = 2; Object.hasOwn(taken, key); number += 1) key = `${wanted}${number}`;
  return key;
};

/** Where a new transition of this kind stands, as long as nobody names its time or message. */
export function freshSpot(id: string, state: StateConfig, when: When): Pick<Spot, 'list' | 'key'> {
  switch (when) {
    case 'done': return { list: 'on', key: taskEvent(id) };
    case 'message': return { list: 'on', key: fresh(state.on ?? {}, 'message') };
    case 'after': return { list: 'after', key: freshTime(state) };
    case 'error': return { list: 'onError', key: '' };
    case 'onDone':
    case 'always': return { list: when, key: '' };
  }
}

const freshTime = ({ after = {} }: StateConfig): string => {
  let days = 3;
  while (Object.hasOwn(after, `${days} working days`)) days += 1;
  return `${days} working days`;
};
