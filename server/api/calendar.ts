import { ListsTaken } from './organisation.ts';
import { Type, type Static } from 'typebox';
import { AnyJson, Count, Id, Instant, Line, PersonName, UnitName, orNull, shape } from './shape.ts';


/** A change of the house that an administrator made, with the decision it follows. */
export const HouseChange = shape({ at: Instant, by: orNull(PersonName), kind: Line, note: Type.String(), /** Where lists were taken in. */ taken: Type.Optional(ListsTaken) });
export type HouseChange = Static<typeof HouseChange>;

/** A working calendar; `data` has the shape of engine/calendar. */
export const CalendarView = shape({
  id: Id, name: Line, data: AnyJson, revision: Count, updatedAt: Instant, updatedBy: orNull(PersonName),
  units: Type.Array(UnitName),
  /** Years in which dossiers in flight are due, and how many; `unsure` when the calendar does not list the year, or a day of it is not confirmed. */
  reached: Type.Array(shape({ year: Type.Integer(), dossiers: Count, unsure: Type.Boolean() })),
  changes: Type.Array(HouseChange),
});
export type CalendarView = Static<typeof CalendarView>;
export const Calendars = shape({ calendars: Type.Array(CalendarView) });
export type Calendars = Static<typeof Calendars>;

export const ExamineCalendar = shape({ data: AnyJson });
/** What other dates would follow from the data; `problem` says why it is no calendar, and then nothing follows. */
export const CalendarExamined = shape({
  problem: orNull(Line),
  timers: Count, steps: Count, dossiers: Count,
  /** The dossiers whose return date moves, first hundred. */
  moved: Type.Array(shape({ code: Line, from: Instant, to: Instant })),
});
export type CalendarExamined = Static<typeof CalendarExamined>;

/** A newer revision answers revision-conflict with `current`: CalendarView. `note` is the decision that the change follows. */
export const SaveCalendar = shape({ revision: Count, data: AnyJson, note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) });
export const CalendarSaved = shape({ revision: Count, moved: Count });
export type CalendarSaved = Static<typeof CalendarSaved>;

