import type { AlertMap as Picture } from '../../server/api/alert.ts';
import { pathThrough } from '../../server/api/drawn-runs.ts';
import { RoadMap } from '../../ui/map/road-map.tsx';

/** Where alerts are, drawn from the installation's own maps; what it shows stands in words around it. */
export const AlertMap = ({ map, label, numbered }: { map: Picture; label: string; numbered: boolean }) => (
  <RoadMap map={map} label={label} numbers={numbered ? map.marks.map(({ alert, number, at }) => ({ key: alert, number, at })) : []}>
    {(unit) => map.marks.map(({ alert, level, over, closed, runs, radius }) => {
      const tone = `alert-mark alert-mark-${over ? 'over' : level}`;
      if (runs[0]?.length === 2) return <circle key={alert} className={`${tone} alert-mark-area`} cx={runs[0][0]} cy={runs[0][1]} r={Math.max(radius, unit / 2)} />;
      return <path key={alert} className={closed ? `${tone} alert-mark-area` : tone} d={runs.map((run) => pathThrough(run, closed)).join('')} />;
    })}
  </RoadMap>
);
