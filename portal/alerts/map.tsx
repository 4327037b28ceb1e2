import type { AlertMap as Picture } from '../../server/api/alert.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { pathThrough } from '../planning/draw.ts';
import { roadNames } from './names.ts';

/** Where alerts are, drawn from the installation's own maps; what it shows stands in words around it. */
export const AlertMap = ({ map, label, numbered }: { map: Picture; label: string; numbered: boolean }) => {
  const language = useLanguage();
  /** A letter's height, whatever the scale. */
  const unit = Math.max(map.width, map.height) / 34;
  return (
    <figure className="alert-map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={label}>
        {map.roads.map(({ width, runs }, index) => <path key={index} className="alert-road-edge" strokeWidth={Math.max(width, unit / 4) + unit / 8} d={runs.map((run) => pathThrough(run, false)).join('')} />)}
        {map.roads.map(({ width, runs }, index) => <path key={index} className="alert-road" strokeWidth={Math.max(width, unit / 4)} d={runs.map((run) => pathThrough(run, false)).join('')} />)}
        {map.marks.map(({ alert, level, over, closed, runs, radius }) => {
          const tone = `alert-mark alert-mark-${over ? 'over' : level}`;
          if (runs[0]?.length === 2) return <circle key={alert} className={`${tone} alert-mark-area`} cx={runs[0][0]} cy={runs[0][1]} r={Math.max(radius, unit / 2)} />;
          return <path key={alert} className={closed ? `${tone} alert-mark-area` : tone} d={runs.map((run) => pathThrough(run, closed)).join('')} />;
        })}
        {roadNames(map, unit, numbered).map(({ x, y, turn, label: name }) => (
          <text key={name.vi} className="alert-road-name" fontSize={unit} strokeWidth={unit / 4} transform={`translate(${x} ${y}) rotate(${turn})`}>{pick(name, language)}</text>
        ))}
        {numbered && map.marks.map(({ alert, number, at: [x = 0, y = 0] }) => (
          <g key={alert} className="alert-number">
            <circle cx={x} cy={y} r={unit * 0.95} strokeWidth={unit / 8} />
            <text x={x} y={y} fontSize={unit * 1.2}>{number}</text>
          </g>
        ))}
      </svg>
    </figure>
  );
};
