import type { Range } from '../../procedures/simulation/range.ts';
import { useText } from '../words.ts';

/** The first of two versions, or the one that it is compared with: the same colour wherever it is drawn. */
export type SideName = 'first' | 'other';

const at = (share: number): string => `${Math.min(100, Math.max(0, share * 100))}%`;

interface Said {
  of: Range | undefined;
  said: (value: number) => string;
}

/** From where to where the runs lie, where that is more than one figure as it is spoken. */
export const FromTo = ({ of, said }: Said) => {
  const text = useText();
  if (of === undefined || said(of.least) === said(of.most)) return null;
  return <span className="muted small">{text('simRange', ends(said(of.least), said(of.most)))}</span>;
};

/** Both ends of a range as they are spoken, what is counted named once: 1,1 and 1,5 days. */
export const ends = (least: string, most: string): { readonly least: string; readonly most: string } => {
  const [, number, counted] = /^([\d.,]+)( .+)$/.exec(least) ?? [];
  return { least: number !== undefined && counted !== undefined && most.endsWith(counted) && /^[\d.,]+$/.test(most.slice(0, -counted.length)) ? number : least, most };
};

/** The mean of the runs, and from where to where they lie. */
export const Reach = ({ of, said }: Said) => (of === undefined ? '—' : <>{said(of.mean)} <FromTo of={of} said={said} /></>);

/** The mean as a bar, and over it a line from the least to the most of the runs; the words under it say the same. */
export const Bar = ({ of, whole, side, said }: Said & { whole: number; side: SideName }) => (
  <>
    {of && (
      <span className="sim-bar" aria-hidden="true">
        <span className={`sim-fill sim-${side}`} style={{ width: at(of.mean / whole) }} />
        <span className="sim-reach" style={{ left: at(of.least / whole), width: at((of.most - of.least) / whole) }} />
      </span>
    )}
    <Reach of={of} said={said} />
  </>
);

/** One dot for each run between none and all; the sentence beside it says from where to where they lie. */
export const Dots = ({ shares, side }: { shares: readonly number[]; side: SideName }) => (
  <span className="sim-line muted small" aria-hidden="true">0 %<span className="sim-dots">{shares.map((share, run) => <span key={run} className={`sim-dot sim-${side}`} style={{ left: at(share) }} />)}</span>100 %</span>
);
