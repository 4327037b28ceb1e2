import type { DutyList } from '../../server/api/duty.ts';
import { RoadMap } from '../../ui/map/road-map.tsx';
import { useText } from '../words.ts';
import type { Numbered } from './narrowed.ts';

/** The reports as points on the installation's own roads, coloured as in the list and under its numbers; all of it stands there in words. */
export const DutyMap = ({ map, shown }: { map: NonNullable<DutyList['map']>; shown: readonly Numbered[] }) => {
  const text = useText();
  const placed = shown.flatMap(({ row, number }) => (row.point === null ? [] : [{ key: row.dossier, number, at: row.point, verdict: row.clock.verdict }]));
  return (
    <div className="duty-map">
      <RoadMap map={map} label={text('dutyMap', { count: placed.length })} numbers={placed}>
        {(unit) => placed.map(({ key, at: [x, y], verdict }) => <circle key={key} className={`duty-point duty-${verdict}`} cx={x} cy={y} r={unit * 1.6} />)}
      </RoadMap>
    </div>
  );
};
