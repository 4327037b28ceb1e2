import type { UnitNode } from '../../server/api/people.ts';
import { date } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { lastDay } from '../../engine/calendar/office-day.ts';

interface UnitTreeProps {
  units: readonly UnitNode[];
  /** People with a role there now, by unit. */
  heads: ReadonlyMap<string, number>;
  at: string;
  chosen: string;
  onChoose: (id: string) => void;
}

/** Units under their parents, however deep, with the time in which they exist where that is over or not yet come. */
export const UnitTree = ({ units, heads, at, chosen, onChoose }: UnitTreeProps) => {
  const ids = new Set(units.map(({ id }) => id));
  return <Branch units={units} parent={null} known={ids} rest={{ heads, at, chosen, onChoose }} />;
};

const Branch = ({ units, parent, known, rest }: { units: readonly UnitNode[]; parent: string | null; known: ReadonlySet<string>; rest: Omit<UnitTreeProps, 'units'> }) => {
  const text = useText();
  const language = useLanguage();
  const { heads, at, chosen, onChoose } = rest;
  const here = units.filter((unit) => (parent === null ? unit.parent === null || !known.has(unit.parent) : unit.parent === parent));
  if (here.length === 0) return null;
  return (
    <ul className="unit-tree">
      {here.map((unit) => (
        <li key={unit.id}>
          <button type="button" className="link" aria-pressed={unit.id === chosen} onClick={() => onChoose(unit.id)}>{pick(unit.name, language)}</button>{' '}
          <span className="muted small">{unit.code} · {text('unitHeads', { count: heads.get(unit.id) ?? 0 })}</span>
          {unit.to !== null && <span className="muted small"> · {text(unit.to <= at ? 'unitEnded' : 'unitEnds', { day: date(lastDay(unit.to)) })}</span>}
          {unit.from > at && <span className="muted small"> · {text('unitBegins', { day: date(unit.from) })}</span>}
          <Branch units={units} parent={unit.id} known={known} rest={rest} />
        </li>
      ))}
    </ul>
  );
};
