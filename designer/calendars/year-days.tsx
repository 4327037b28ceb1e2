import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { TextField } from '../../ui/field.tsx';
import { longDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { confirmYear, daysOf, sureOf, withDay, withYear, withoutDay, type CalendarDay } from './calendar-edit.ts';
import { NewDay } from './new-day.tsx';

const tones = { sure: 'done', unsure: 'soon', unlisted: 'late' } as const;
const kinds = ['off', 'working_swap'] as const;

/** Holidays and swapped days, one year at a time, each with its source and whether it is decided. */
export const YearDays = ({ calendar, first, onChange }: { calendar: Calendar; /** Shown at first. */ first: number | undefined; onChange: (calendar: Calendar) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [year, setYear] = useState(first ?? calendar.years.at(-1) ?? 2026);
  const [decision, setDecision] = useState('');
  const next = Math.max(...calendar.years, 2025) + 1;
  const sure = sureOf(calendar, year);
  const days = daysOf(calendar, year);
  const row = (day: CalendarDay) => {
    const { date, kind, name, source, confirmed } = day;
    const put = (change: Partial<CalendarDay>) => onChange(withDay(calendar, { ...day, ...change }));
    return (
      <details key={date} className="field-row">
        <summary>
          <span className="field-row-name">{longDate(date, language)}</span> <span>{text(`dayKind_${kind}`)} · {pick(name, language)}</span>{' '}
          <State tone={confirmed ? 'done' : 'soon'} word={text(confirmed ? 'dayConfirmed' : 'dayUnconfirmed')} />
        </summary>
        <div role="group" aria-label={longDate(date, language)}>
          <Select id={`kind-${date}`} label={text('dayKind')} value={kind} options={kinds.map((value) => ({ value, label: text(`dayKind_${value}`) }))} onChange={(value) => put({ kind: value as CalendarDay['kind'] })} />
          <BothTexts id={`name-${date}`} legend={text('dayName')} value={name} onChange={(value) => put({ name: value })} />
          <Committed id={`source-${date}`} label={text('daySource')} value={source} onCommit={(value) => value.trim() !== '' && put({ source: value.trim() })} />
          <Check id={`confirmed-${date}`} label={text('dayIsConfirmed')} checked={confirmed} onChange={(value) => put({ confirmed: value })} />
          <Button small kind="quiet" onClick={() => onChange(withoutDay(calendar, date))}><Icon of={Trash2} />{text('removeDay')}</Button>
        </div>
      </details>
    );
  };
  return (
    <section aria-labelledby="calendar-year">
      <h2 id="calendar-year">{text('calendarDays')}</h2>
      <div className="row calendar-years" role="group" aria-label={text('calendarYears')}>
        {calendar.years.map((one) => <Button key={one} small aria-pressed={one === year} onClick={() => setYear(one)}>{one}</Button>)}
        <Button small kind="quiet" onClick={() => { onChange(withYear(calendar, next)); setYear(next); }}><Icon of={Plus} />{text('addYear', { year: next })}</Button>
      </div>
      <p aria-live="polite"><State tone={tones[sure]} word={text(`year_${sure}`, { year })} /></p>
      <div className="field-rows">{days.map(row)}</div>
      {days.length === 0 && <p className="muted">{text('noDays', { year })}</p>}
      <NewDay year={year} taken={calendar.days.map(({ date }) => date)} onAdd={(day) => { onChange(withDay(calendar, day)); setYear(Number(day.date.slice(0, 4))); }} />
      {sure !== 'sure' && (
        <details className="panel-more">
          <summary>{text('confirmYear', { year })}</summary>
          <TextField id="confirm-source" label={text('confirmSource')} hint={text('confirmSourceHint')} optional value={decision} onChange={(event) => setDecision(event.target.value)} />
          <Button onClick={() => { onChange(confirmYear(calendar, year, decision.normalize('NFC'))); setDecision(''); }}>{text('confirmYearNow', { year })}</Button>
        </details>
      )}
    </section>
  );
};
