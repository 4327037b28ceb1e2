import type { ReactNode } from 'react';
import type { RoadMap as Drawing } from '../../server/api/map.ts';
import { pick } from '../language.ts';
import { useLanguage } from '../use-text.ts';
import { pathThrough } from '../../server/api/drawn-runs.ts';
import { roadNames } from './road-names.ts';
import './road-map.css';

interface Number { readonly key: string; readonly number: number; readonly at: readonly number[] }

interface RoadMapProps {
  readonly map: Drawing;
  /** What it shows, in words; all of it stands in words around it too. */
  readonly label: string;
  readonly numbers: readonly Number[];
  /** What lies on the roads; it is given a letter's height. */
  readonly children: (unit: number) => ReactNode;
  /** What stands above the names of roads. */
  readonly above?: (unit: number) => ReactNode;
}

/** A letter's height, whatever the scale. */
const unitOf = ({ width, height }: Drawing): number => Math.max(width, height) / 34;

/** The installation's own roads with what lies on them, its numbers on top. */
export const RoadMap = ({ map, label, numbers, children, above }: RoadMapProps) => {
  const language = useLanguage();
  const unit = unitOf(map);
  return (
    <figure className="road-map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={label}>
        {map.roads.map(({ width, runs }, index) => <path key={index} className="road-map-edge" strokeWidth={Math.max(width, unit / 4) + unit / 8} d={runs.map((run) => pathThrough(run, false)).join('')} />)}
        {map.roads.map(({ width, runs }, index) => <path key={index} className="road-map-road" strokeWidth={Math.max(width, unit / 4)} d={runs.map((run) => pathThrough(run, false)).join('')} />)}
        {children(unit)}
        {roadNames(map, unit, numbers.map(({ at: [x = 0, y = 0] }) => [x, y] as const)).map(({ x, y, turn, label: name }) => (
          <text key={name.vi} className="road-map-name" fontSize={unit} strokeWidth={unit / 4} transform={`translate(${x} ${y}) rotate(${turn})`}>{pick(name, language)}</text>
        ))}
        {above?.(unit)}
        {numbers.map(({ key, number, at: [x = 0, y = 0] }) => (
          <g key={key} className="road-map-number">
            <circle cx={x} cy={y} r={unit * 0.95} strokeWidth={unit / 8} />
            <text x={x} y={y} fontSize={unit * 1.2}>{number}</text>
          </g>
        ))}
      </svg>
    </figure>
  );
};
