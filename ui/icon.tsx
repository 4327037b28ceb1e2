import type { LucideIcon } from 'lucide-react';

/** An icon beside a word: decoration, hidden from screen readers. */
export const Icon = ({ of: Drawing }: { of: LucideIcon }) => <Drawing className="icon" aria-hidden="true" focusable="false" />;
