import { useContext } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { ElementNames } from './element-names.ts';
import { FindingItem } from './finding-item.tsx';

/** What the check says of this place; nothing when it says nothing. */
export const Findings = ({ of }: { of: readonly Finding[] }) =>
  of.length === 0 ? null : <ul className="finding-list">{of.map((finding, index) => <FindingItem key={index} finding={finding}><Place of={finding.element} /></FindingItem>)}</ul>;

const Place = ({ of }: { of: string }) => <span className="finding-place muted">{useContext(ElementNames)(of) ?? of}</span>;
