import type { RoadView, WorksView } from '../../server/api/planning.ts';
import { date, decimal } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

/** `point`: a place was asked for, not a parcel, so that nothing can be said of how far land reaches. */
export const Roads = ({ roads, point }: { roads: readonly RoadView[]; point: boolean }) => {
  const text = useText();
  const language = useLanguage();
  const number = (value: number) => decimal(value, language);
  if (roads.length === 0) return <p>{text('noRoads')}</p>;
  const stands = ({ over, away }: RoadView) => {
    if (over > 0) return point ? text('roadPoint') : text('roadOver', { metres: number(over) });
    return away === 0 ? text('roadTouch') : text('roadAway', { metres: number(away) });
  };
  return (
    <ul className="planning-list">
      {roads.map((road) => (
        <li key={road.name.vi}>
          <strong>{pick(road.name, language)}</strong>
          {`: ${text('roadWidth', { width: number(road.width) })}`}
          {road.presentWidth !== null && road.presentWidth !== road.width && `, ${text('roadPresent', { width: number(road.presentWidth) })}`}.
          {' '}<span className={road.over > 0 ? 'planning-over' : undefined}>{stands(road)}</span>
          {road.decision && <span className="muted small"> {road.decision}</span>}
        </li>
      ))}
    </ul>
  );
};

const tones = { planned: 'plain', preparing: 'soon', building: 'open' } as const satisfies Record<WorksView['stage'], StateTone>;

export const Works = ({ works }: { works: readonly WorksView[] }) => {
  const text = useText();
  const language = useLanguage();
  if (works.length === 0) return <p>{text('noWorks')}</p>;
  const when = ({ from, to }: WorksView) => (from && to ? text('worksFromTo', { from: date(from), to: date(to) }) : from ? text('worksFrom', { from: date(from) }) : to ? text('worksTo', { to: date(to) }) : '');
  return (
    <ul className="planning-list">
      {works.map((one) => (
        <li key={one.name.vi}>
          <strong>{pick(one.name, language)}</strong> <State tone={tones[one.stage]} word={text(`stage_${one.stage}`)} />
          <br />
          {[one.away < 1 ? text('worksHere') : text('worksAway', { metres: decimal(Math.round(one.away), language) }), when(one), one.note && pick(one.note, language)].filter(Boolean).join(' ')}
          {one.decision && <span className="muted small"> {one.decision}</span>}
        </li>
      ))}
    </ul>
  );
};
