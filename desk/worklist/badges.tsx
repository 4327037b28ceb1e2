import { CornerUpLeft, MessageSquare, PackageCheck, Sparkles, type LucideIcon } from 'lucide-react';
import type { Badge } from '../../server/api/task.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import './badges.css';

// lateness has a column of its own
const shown = { returned: CornerUpLeft, supplemented: PackageCheck, message: MessageSquare, new: Sparkles } as const satisfies Partial<Record<Badge, LucideIcon>>;

/** What is new about a step, in words. */
export const Badges = ({ badges }: { badges: readonly Badge[] }) => {
  const text = useText();
  return (
    <span className="badges">
      {(Object.keys(shown) as (keyof typeof shown)[]).filter((badge) => badges.includes(badge)).map((badge) => (
        <span key={badge} className={`badge badge-${badge}`}>
          <Icon of={shown[badge]} />
          {text(`badge_${badge}`)}
        </span>
      ))}
    </span>
  );
};
