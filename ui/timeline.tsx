import { Circle, CircleAlert, CircleCheck, CircleDot, Hand, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { useKitText } from './words.ts';
import './timeline.css';

export type TimelineState = 'done' | 'current' | 'todo' | 'late' | 'waiting';

export interface TimelineItem {
  readonly key: string;
  readonly title: string;
  readonly state: TimelineState;
  readonly at?: string | undefined;
  readonly detail?: ReactNode;
}

const icons: Record<TimelineState, LucideIcon> = { done: CircleCheck, current: CircleDot, todo: Circle, late: CircleAlert, waiting: Hand };
const words = { done: 'stateDone', current: 'stateCurrent', todo: 'stateTodo', late: 'stateLate', waiting: 'stateWaiting' } as const;

/** What has happened and what is left, oldest first. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => {
  const text = useKitText();
  return (
    <ol className="timeline">
      {items.map(({ key, title, state, at, detail }) => (
        <li key={key} className={`timeline-${state}`} aria-current={state === 'current' || state === 'waiting' ? 'step' : undefined}>
          <Icon of={icons[state]} />
          <div>
            <p className="timeline-title">{title}</p>
            <p className="timeline-note">
              {text(words[state])}
              {at && <> · <span className="number">{at}</span></>}
            </p>
            {detail}
          </div>
        </li>
      ))}
    </ol>
  );
};
