import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { CalendarDay } from './calendar-edit.ts';

const blank = { vi: '', en: '' };

/** One more day off, or worked although the week says otherwise. */
export const NewDay = ({ year, taken, onAdd }: { year: number; taken: readonly string[]; onAdd: (day: CalendarDay) => void }) => {
  const text = useText();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<CalendarDay['kind']>('off');
  const [name, setName] = useState(blank);
  const [source, setSource] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const fault = !isDay(date) ? text('dateMissing') : taken.includes(date) ? text('dateTaken') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = fault === undefined && name.vi.trim() !== '' && name.en.trim() !== '' && source.trim() !== '';
    setTried(!isWhole);
    if (!isWhole) return;
    onAdd({ date, kind, name, source: source.normalize('NFC').trim(), confirmed });
    setDate('');
    setName(blank);
  };
  return (
    <details className="panel-more">
      <summary>{text('addDay')}</summary>
      <form onSubmit={submit} noValidate>
        <div className="both">
          <DateField id="day-date" label={text('dayDate')} error={tried ? fault : undefined} min={`${year}-01-01`} value={date} onChange={setDate} />
          <Select id="day-kind" label={text('dayKind')} value={kind} options={(['off', 'working_swap'] as const).map((value) => ({ value, label: text(`dayKind_${value}`) }))} onChange={(value) => setKind(value as CalendarDay['kind'])} />
        </div>
        <BothTexts id="day-name" legend={text('dayName')} optional={!tried} value={name} onChange={setName} />
        <TextField id="day-source" label={text('daySource')} hint={text('daySourceHint')} error={tried && source.trim() === '' ? text('sourceMissing') : undefined} value={source} onChange={(event) => setSource(event.target.value)} />
        <Check id="day-confirmed" label={text('dayIsConfirmed')} checked={confirmed} onChange={setConfirmed} />
        <Button type="submit"><Icon of={Plus} />{text('addDay')}</Button>
      </form>
    </details>
  );
};
