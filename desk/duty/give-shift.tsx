import { useState, type FormEvent } from 'react';
import type { NewShift, Roster } from '../../server/api/duty.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isMoment } from '../../ui/day.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** What is typed is the time of the office, wherever the browser stands. */
const instantOf = (local: string): string => new Date(`${local}:00+07:00`).toISOString();
const fieldOf = (path: string): string => `shift-${path.replace(/^\//, '').split('/')[0]}`;

/** Puts one person on duty, from when to when. */
export const GiveShift = ({ units, reload }: { units: Roster['units']; reload: () => Promise<unknown> }) => {
  const text = useText();
  const language = useLanguage();
  const [unit, setUnit] = useState(units[0]?.unit.id ?? '');
  const [person, setPerson] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const [done, setDone] = useState<string>();
  const people = units.find((one) => one.unit.id === unit)?.people ?? [];
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  const give = useAct(async (key, body: NewShift) => {
    try {
      const shift = await call('POST /api/desk/shifts', { body, key });
      setDone(text('rosterPut_done', { name: shift.person.name, at: dateTime(shift.from) }));
      setPerson('');
      await reload();
    } catch (error) {
      if (isProblem(error, 'invalid')) setErrors(error.errors.map(({ path, message }) => ({ id: fieldOf(path), message })));
      throw error;
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [...(person === '' ? [{ id: 'shift-person', message: text('rosterMissing') }] : []), ...(!isMoment(from) ? [{ id: 'shift-from', message: text('rosterFromMissing') }] : []), ...(!isMoment(to) ? [{ id: 'shift-to', message: text('rosterToMissing') }] : [])];
    setErrors(missing);
    setDone(undefined);
    if (missing.length === 0) give.run({ unit, person, from: instantOf(from), to: instantOf(to), ...(note.trim() === '' ? {} : { note: note.trim() }) });
  };
  return (
    <form noValidate onSubmit={submit}>
      <h2>{text('rosterAdd')}</h2>
      <ErrorSummary errors={errors} />
      {done && <Notice kind="done" title={done} />}
      {give.problem && errors.length === 0 && <ProblemView error={give.problem} />}
      <div className="roster-form">
        <Field id="shift-unit" label={text('rosterUnit')}>
          <select id="shift-unit" className="control" value={unit} onChange={(event) => { setUnit(event.target.value); setPerson(''); }}>
            {units.map((one) => <option key={one.unit.id} value={one.unit.id}>{pick(one.unit.name, language)}</option>)}
          </select>
        </Field>
        <Field id="shift-person" label={text('rosterPerson')} error={errorOf('shift-person')}>
          <select id="shift-person" className="control" value={person} aria-invalid={errorOf('shift-person') ? true : undefined} onChange={(event) => setPerson(event.target.value)}>
            <option value="">{text('rosterPick')}</option>
            {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </Field>
        <DateField id="shift-from" withTime label={text('rosterFrom')} error={errorOf('shift-from')} value={from} onChange={setFrom} />
        <DateField id="shift-to" withTime label={text('rosterTo')} error={errorOf('shift-to')} value={to} onChange={setTo} />
        <TextField id="shift-note" label={text('rosterNote')} hint={text('rosterNoteHint')} optional maxLength={200} autoComplete="off" value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <Button kind="main" type="submit" busy={give.busy}>{text('rosterPut')}</Button>
    </form>
  );
};
