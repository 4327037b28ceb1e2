import type { ZoneView } from '../../server/api/planning.ts';
import { date, decimal } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

const tones = { allowed: 'done', conditional: 'soon', not_allowed: 'ended', unknown: 'plain' } as const satisfies Record<ZoneView['building'], StateTone>;

export const Zones = ({ zones }: { zones: readonly ZoneView[] }) => {
  const text = useText();
  return (
    <>
      {zones.length > 1 && <p>{text('several', { count: zones.length })}</p>}
      {zones.map((zone) => <Zone key={zone.code} zone={zone} alone={zones.length === 1} />)}
    </>
  );
};

const Zone = ({ zone, alone }: { zone: ZoneView; alone: boolean }) => {
  const text = useText();
  const language = useLanguage();
  const number = (value: number) => decimal(value, language);
  const { floors, floorsLeast } = zone;
  const rows = [
    zone.density !== null && { label: text('density'), value: `${number(zone.density)}%` },
    floors !== null && { label: text('floors'), value: floorsLeast === null ? text('floorsMost', { most: floors }) : text('floorsRange', { least: floorsLeast, most: floors }) },
    zone.coefficient !== null && { label: text('coefficient'), value: number(zone.coefficient) },
    zone.height !== null && { label: text('height'), value: text('metres', { metres: number(zone.height) }) },
    zone.setback !== null && { label: text('setback'), value: text('metres', { metres: number(zone.setback) }) },
    zone.decision !== null && { label: text('decision'), value: zone.decisionDate === null ? zone.decision : text('decisionOf', { decision: zone.decision, date: date(zone.decisionDate) }) },
  ].filter((row) => row !== false);
  return (
    <section className="planning-zone">
      <h3>
        {pick(zone.name, language)} ({zone.code})
        {!alone && zone.share !== null && <span className="muted small"> {text('share', { share: zone.share })}</span>}
      </h3>
      <p className="planning-states">
        <State tone={tones[zone.building]} word={text(`building_${zone.building}`)} />
        {zone.planState !== 'in_force' && <State tone="soon" word={text(`state_${zone.planState}`)} />}
      </p>
      {zone.meaning && <p>{pick(zone.meaning, language)}</p>}
      {zone.note && <p>{pick(zone.note, language)}</p>}
      {rows.length > 0 && <SummaryList rows={rows} />}
    </section>
  );
};
