import type { Finding } from '../../server/api/designer.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { useText } from '../words.ts';
import { land } from './land.ts';
import type { AboutPlace } from './place-of.ts';

/** What the check says of a part of the page, each with the way to the field that mends it. */
export const MendedHere = ({ of, places, head }: { of: readonly Finding[]; places: ReadonlyMap<Finding, AboutPlace | undefined>; /** The head of the part: no way leads to where one is. */ head: string }) => {
  const text = useText();
  if (of.length === 0) return null;
  return (
    <ul className="finding-list">
      {of.map((finding, index) => {
        const id = places.get(finding)?.id;
        return <FindingItem key={index} finding={finding}>{id !== undefined && id !== head && <a className="finding-place" href={`#${id}`} onClick={() => land(id)}>{text('aboutToField')}</a>}</FindingItem>;
      })}
    </ul>
  );
};
