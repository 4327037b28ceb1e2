import type { Finding } from '../../server/api/designer.ts';
import { FindingItem } from './finding-item.tsx';

/** What the check says of this place; nothing when it says nothing. */
export const Findings = ({ of }: { of: readonly Finding[] }) =>
  of.length === 0 ? null : (
    <ul className="finding-list">
      {of.map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{finding.element}</span></FindingItem>)}
    </ul>
  );
