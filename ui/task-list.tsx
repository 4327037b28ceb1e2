import { Link } from 'wouter';
import { State, type StateTone } from './state.tsx';
import { useKitText } from './words.ts';
import './task-list.css';

export type TaskState = 'completed' | 'incomplete' | 'started' | 'error' | 'locked' | 'optional';

export interface TaskItem {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly href: string;
  readonly state: TaskState;
}

const tones: Record<TaskState, StateTone> = {
  completed: 'done', incomplete: 'plain', started: 'open', error: 'late', locked: 'ended', optional: 'plain',
};
const words = {
  completed: 'stepCompleted', incomplete: 'stepIncomplete', started: 'stepStarted', error: 'stepError', locked: 'stepLocked', optional: 'stepOptional',
} as const;

/** Parts that may be done in any order, each with its state. */
export const TaskList = ({ items }: { items: readonly TaskItem[] }) => {
  const text = useKitText();
  return (
    <ul className="task-list">
      {items.map(({ title, hint, href, state }) => (
        <li key={href}>
          <div className="task-name">
            {state === 'locked' ? <span>{title}</span> : <Link href={href}>{title}</Link>}
            {hint && <span className="muted small">{hint}</span>}
          </div>
          <State tone={tones[state]} word={text(words[state])} />
        </li>
      ))}
    </ul>
  );
};
