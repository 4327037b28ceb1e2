import { ChevronLeft } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import { useKitText } from './words.ts';
import './back-link.css';

/** First thing on a page below the home page. `label` says where it leads. */
export const BackLink = ({ href, label, onClick }: { href: string; label?: string; onClick?: (event: MouseEvent<HTMLAnchorElement>) => void }) => {
  const text = useKitText();
  return (
    <nav className="back-link no-print" aria-label={text('back')}>
      <Link href={href} {...(onClick && { onClick })}>
        <Icon of={ChevronLeft} />
        {label ?? text('back')}
      </Link>
    </nav>
  );
};
