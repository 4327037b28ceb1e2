import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useKitText } from './words.ts';
import './summary-list.css';

export interface SummaryRow {
  readonly label: string;
  readonly value: ReactNode;
  /** Where it can be changed; the link reads "Thay đổi" plus the label for screen readers. */
  readonly href?: string | undefined;
  readonly action?: ReactNode;
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => {
  const text = useKitText();
  return (
    <dl className="summary-list">
      {rows.map(({ label, value, href, action }) => (
        <div key={label} className="summary-row">
          <dt>{label}</dt>
          <dd>{value}</dd>
          {(href || action) && (
            <dd className="summary-action no-print">
              {href ? (
                <Link href={href}>
                  {text('change')}
                  <span className="visually-hidden">: {label}</span>
                </Link>
              ) : (
                action
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
};
