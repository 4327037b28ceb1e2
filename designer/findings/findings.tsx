import { useContext } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { ElementNames } from './element-names.ts';
import { FindingItem } from './finding-item.tsx';

/** What the check says of this place; nothing when it says nothing. */
export const Findings = ({ of }: { of: readonly Finding[] }) =>
  of.length === 0 ? null : <ul className="finding-list">{of.map((finding, index) => <FindingItem key={index} finding={finding}><Place of={finding.element} /></FindingItem>)}</ul>;

/** Where it is, for what has a name; what has none the sentence tells. */
const Place = ({ of }: { of: string }) => {
  const name = useContext(ElementNames)(of);
  return name !== undefined && <span className="finding-place muted">{name}</span>;
};
