import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import type { CalendarView } from '../../server/api/calendar.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Select } from '../process/panel/select.tsx';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import './calendars.css';

/** The city's calendars: which days are worked, and every date that follows from it. */
export const CalendarsPage = () => {
  const text = useText();
  const [chosen, setChosen] = useState<string>();
  /** How many dates the last saving moved. */
  const [moved, setMoved] = useState<number>();
  const calendars = useQuery({ ...queryOf('GET /api/calendars', {}), refetchOnWindowFocus: false });
  return (
    <Page title={text('calendars')} wide>
      <p className="lead">{text('calendarsLead')}</p>
      <Load of={calendars}>
        {({ calendars: all }) => {
          const calendar: CalendarView | undefined = all.find(({ id }) => id === chosen) ?? all[0];
          if (!calendar) return <p>{text('noCalendars')}</p>;
          return (
            <>
              {all.length > 1 && <Select id="which-calendar" label={text('whichCalendar')} value={calendar.id} options={all.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />}
              <div aria-live="polite">{moved !== undefined && <Notice kind="done" title={text('calendarSavedNow', { count: moved })} />}</div>
              <CalendarEditor key={`${calendar.id} ${calendar.revision}`} kept={calendar} data={calendar.data as unknown as Calendar} onSaved={setMoved} />
            </>
          );
        }}
      </Load>
    </Page>
  );
};
