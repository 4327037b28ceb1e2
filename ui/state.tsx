import { Ban, Circle, CircleAlert, CircleCheck, CircleDot, Clock, Hand, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Icon } from './icon.tsx';
import './state.css';

/** How a state feels; the word says what it is, so that colour is never alone. */
export type StateTone = 'plain' | 'open' | 'done' | 'soon' | 'late' | 'waiting' | 'paused' | 'ended';

const icons: Record<StateTone, LucideIcon> = {
  plain: Circle, open: CircleDot, done: CircleCheck, soon: TriangleAlert, late: CircleAlert, waiting: Hand, paused: Clock, ended: Ban,
};

export const State = ({ tone, word }: { tone: StateTone; word: string }) => (
  <span className={`state state-${tone}`}>
    <Icon of={icons[tone]} />
    {word}
  </span>
);
