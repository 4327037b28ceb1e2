import type { ReactNode } from 'react';
import './empty-state.css';

/** What this place is for, and how to start. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty-state">
    <p className="empty-title">{title}</p>
    {children}
    {action}
  </div>
);
