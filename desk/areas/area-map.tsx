import { useLocation } from 'wouter';
import type { AreaMap as Picture } from '../../server/api/area.ts';
import { pathThrough } from '../../server/api/drawn-runs.ts';
import { RoadMap } from '../../ui/map/road-map.tsx';
import { useText } from '../words.ts';

/** Areas drawn on the installation's own roads; whatever it shows stands in lists beside it, so nobody needs it. */
export const AreaMap = ({ map, label, opens = false }: { map: Picture; label: string; opens?: boolean }) => {
  const text = useText();
  const [, go] = useLocation();
  const kinds = (['household', 'dossier'] as const).filter((kind) => map.points.some((point) => point.kind === kind));
  return (
    <div className="area-map">
      <RoadMap map={map} label={label} numbers={[]} above={(unit) => map.areas.map(({ id, code, at: [x = 0, y = 0] }) => <text key={id} className="area-code" fontSize={unit * 1.1} strokeWidth={unit / 3} x={x} y={y}>{code}</text>)}>
        {(unit) => (
          <>
            {map.areas.map(({ id, runs }) => <path key={id} className={opens ? 'area-shape area-opens' : 'area-shape'} strokeWidth={unit / 5} fillRule="evenodd" d={runs.map((run) => pathThrough(run, true)).join('')} onClick={opens ? () => go(`/areas/${id}`) : undefined} />)}
            {map.points.map(({ kind, at: [x = 0, y = 0] }, index) => kind === 'household'
              ? <circle key={index} className="area-household" cx={x} cy={y} r={unit / 4} />
              : <rect key={index} className="area-dossier" x={x - unit / 3} y={y - unit / 3} width={unit / 1.5} height={unit / 1.5} strokeWidth={unit / 10} />)}
          </>
        )}
      </RoadMap>
      {kinds.length > 0 && <p className="small row">{kinds.map((kind) => <span key={kind}><i className={`area-key area-key-${kind}`} aria-hidden="true" />{text(`mapShows_${kind}`)}</span>)}</p>}
    </div>
  );
};
