import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import type { Json } from '../../engine/state.ts';
import type { CalendarExamined, CalendarView } from '../../server/api/calendar.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { dateTime, longDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { calendarSentences } from '../review/told/calendar-words.ts';
import { useText } from '../words.ts';

interface SaveCalendarProps {
  kept: CalendarView;
  calendar: Calendar;
  isDirty: boolean;
  /** Why it is no calendar. */
  fault: string | undefined;
  onDrop: () => void;
  /** Told how many dates moved. */
  onSaved: (moved: number) => void;
}

/** Shows what would move, asks for the decision, and saves; whoever saved meanwhile is not overwritten. */
export const SaveCalendar = ({ kept, calendar, isDirty, fault, onDrop, onSaved }: SaveCalendarProps) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [examined, setExamined] = useState<{ readonly of: Calendar; readonly found: CalendarExamined }>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const data = calendar as unknown as Json;
  const looking = useAct(async () => setExamined({ of: calendar, found: await call('POST /api/calendars/:id/examine', { params: { id: kept.id }, body: { data } }) }));
  const saving = useAct(async () => {
    const { moved } = await call('PUT /api/calendars/:id', { params: { id: kept.id }, body: { revision: kept.revision, data, note } });
    onSaved(moved);
    await client.invalidateQueries({ queryKey: queryOf('GET /api/calendars', {}).queryKey });
  });
  const newer = saving.problem?.code === 'revision-conflict' ? (saving.problem.current as CalendarView | undefined) : undefined;
  const save = () => {
    setTried(note.trim() === '');
    if (note.trim() !== '') saving.run();
  };
  if (!isDirty) return null;
  const told = calendarSentences(kept.data as unknown as Calendar, calendar, { text, language });
  return (
    <section aria-labelledby="calendar-save" className="calendar-save">
      <h2 id="calendar-save">{text('calendarUnsaved')}</h2>
      {told.length > 0 && <><h3>{text('calendarDifferences')}</h3><ul>{told.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul></>}
      {fault !== undefined && <Notice kind="danger" title={text('calendarFaulty')}><p lang="en">{fault}</p></Notice>}
      {fault === undefined && <Button busy={looking.busy} onClick={() => looking.run()}>{text('seeWhatMoves')}</Button>}
      {looking.problem && <ProblemView error={looking.problem} />}
      <div aria-live="polite">{examined?.of === calendar && <Moves found={examined.found} />}</div>
      {fault === undefined && examined?.of === calendar && (
        <>
          <TextArea id="calendar-note" label={text('calendarNote')} hint={text('calendarNoteHint')} rows={2} error={tried && note.trim() === '' ? text('calendarNoteMissing') : undefined} value={note} onChange={(event) => setNote(event.target.value)} />
          {newer ? (
            <Notice kind="danger" title={text('calendarConflict', { name: newer.updatedBy?.name ?? text('somebody'), at: dateTime(newer.updatedAt) })}>
              <p>{text('calendarConflictHint')}</p>
              <Button onClick={() => void client.invalidateQueries({ queryKey: queryOf('GET /api/calendars', {}).queryKey })}>{text('takeNewer')}</Button>
            </Notice>
          ) : saving.problem && <ProblemView error={saving.problem} />}
        </>
      )}
      <div className="row">
        {fault === undefined && examined?.of === calendar && <Button kind="main" busy={saving.busy} onClick={save}>{text('saveCalendar')}</Button>}
        <Button kind="quiet" onClick={onDrop}>{text('dropCalendar')}</Button>
      </div>
    </section>
  );
};

const Moves = ({ found: { timers, steps, dossiers, moved } }: { found: CalendarExamined }) => {
  const text = useText();
  const language = useLanguage();
  if (timers + steps + dossiers === 0) return <Notice kind="info" title={text('nothingMoves')} />;
  return (
    <Notice kind="soon" title={text('thisMoves', { dossiers, steps, timers })}>
      <ul className="calendar-moves">{moved.slice(0, 20).map(({ code, from, to }) => <li key={code}>{text('dossierMoves', { code, from: longDate(from, language), to: longDate(to, language) })}</li>)}</ul>
      {dossiers > 20 && <p>{text('andMore', { count: dossiers - 20 })}</p>}
    </Notice>
  );
};
