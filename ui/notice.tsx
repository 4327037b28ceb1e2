import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './notice.css';

export type Tone = 'info' | 'soon' | 'danger' | 'done';

const icons: Record<Tone, LucideIcon> = { info: Info, soon: TriangleAlert, danger: CircleAlert, done: CircleCheck };

/** Something the reader must know before going on. Not for what merely decorates. */
export const Notice = ({ kind = 'info', title, children }: { kind?: Tone; title?: ReactNode; children?: ReactNode }) => (
  <div className={`notice notice-${kind}`}>
    <Icon of={icons[kind]} />
    <div className="notice-body">
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  </div>
);
