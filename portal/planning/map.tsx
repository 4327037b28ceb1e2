import type { MapShape, PlanningMap as Picture } from '../../server/api/planning.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { labelAlong, pathThrough } from '../../server/api/drawn-runs.ts';
import { useText } from './words.ts';

const paths = (shape: MapShape): string => shape.runs.map((run) => pathThrough(run, shape.closed)).join('');

/** A sketch drawn from the layers themselves: zones below, then roads between their red lines, parcels, works, and what was asked about. */
export const PlanningMap = ({ map, place }: { map: Picture; place: string }) => {
  const text = useText();
  const language = useLanguage();
  const of = (kind: MapShape['kind']) => map.shapes.filter((shape) => shape.kind === kind);
  const [zones, roads, parcels, works] = [of('zone'), of('road'), of('parcel'), of('works')];
  const subject = parcels.find((shape) => shape.subject);
  const tones = [...new Set(zones.map(({ tone }) => tone))].filter((tone) => tone !== null);
  return (
    <figure className="planning-map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={text('mapOf', { place, metres: Math.round(map.width / 10) })}>
        {zones.map((shape, index) => <path key={index} className={`planning-tone planning-tone-${shape.tone}`} fillRule="evenodd" d={paths(shape)} />)}
        {parcels.filter((shape) => !shape.subject).map((shape, index) => <path key={index} className="planning-parcel" fillRule="evenodd" d={paths(shape)} />)}
        {roads.map((shape, index) => <path key={index} className="planning-road-edge" strokeWidth={(shape.width ?? 0) + 8} d={paths(shape)} />)}
        {roads.map((shape, index) => <path key={index} className="planning-road" strokeWidth={shape.width ?? 0} d={paths(shape)} />)}
        {works.map((shape, index) => (
          <path key={index} className={shape.closed ? 'planning-works' : 'planning-works planning-works-line'} strokeWidth={shape.closed ? 12 : Math.max(24, (shape.width ?? 0) / 3)} d={paths(shape)} />
        ))}
        {subject && <path className="planning-subject" d={paths(subject)} />}
        {roads.flatMap((shape, index) => {
          const label = labelAlong(shape.runs, map.width, map.height);
          return shape.label && label ? [<text key={index} className="planning-label" transform={`translate(${label.x} ${label.y}) rotate(${label.turn})`}>{pick(shape.label, language)}</text>] : [];
        })}
        {map.point && <circle className="planning-point" cx={map.point[0]} cy={map.point[1]} r="22" />}
      </svg>
      <figcaption className="small">
        {subject && <span><i className="planning-key planning-key-subject" />{text('legendSubject')}</span>}
        {map.point && <span><i className="planning-key planning-key-point" />{text('legendPoint')}</span>}
        <span><i className="planning-key planning-key-road" />{text('legendRoad')}</span>
        {works.length > 0 && <span><i className="planning-key planning-key-works" />{text('legendWorks')}</span>}
        {tones.map((tone) => <span key={tone}><i className={`planning-key planning-key-${tone}`} />{text(`building_${tone as 'allowed'}`)}</span>)}
      </figcaption>
    </figure>
  );
};
