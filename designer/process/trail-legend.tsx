import { Button } from '../../ui/button.tsx';
import { useText } from '../words.ts';
import { showTrail, type Trail } from './trail.ts';

/** Says which way is shown on the drawing, in words too, and hides it. */
export const TrailLegend = ({ packageKey, trail, nameOf }: { packageKey: string; trail: Trail; nameOf: (id: string) => string | undefined }) => {
  const text = useText();
  const { open = [], missed = [], left } = trail;
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id) ?? id).join(', ');
  return (
    <div className="trail-legend">
      <strong>{trail.name}</strong>
      <span className="trail-sample trail-sample-passed">{text('trailPassed')}</span>
      {open.length > 0 && <span className="trail-sample trail-sample-open">{text('trailOpen')}: {named(open)}</span>}
      {left !== undefined && <span className="trail-sample trail-sample-left">{text('trailLeft')}: {named([left])}</span>}
      {missed.length > 0 && <span className="trail-sample trail-sample-missed">{text('trailMissed')}: {named(missed)}</span>}
      <Button small onClick={() => showTrail(packageKey, undefined)}>{text('trailHide')}</Button>
    </div>
  );
};
