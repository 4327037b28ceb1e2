import { FindingItem } from '../../findings/finding-item.tsx';
import { sorted } from '../../findings/sorted.ts';
import { useEditing } from '../editing.ts';

/** What the check found about one thing, beside it. */
export const FoundHere = ({ element }: { element: string }) => {
  const found = useEditing().findings.filter((finding) => finding.element === element);
  return found.length === 0 ? null : <ul className="finding-list">{sorted(found).map((finding, index) => <FindingItem key={index} finding={finding} />)}</ul>;
};
