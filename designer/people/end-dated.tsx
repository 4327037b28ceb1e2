import { useState, type ReactNode } from 'react';
import { endOf, officeDate } from '../../engine/calendar/office-day.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { faultAt } from '../../ui/fault-at.ts';

interface EndDatedProps {
  open: boolean;
  title: string;
  at: string;
  /** What should be known before. */
  children?: ReactNode;
  onEnd: (ending: { readonly at: string; readonly note: string }, key: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Ends what holds from when to when, now or with a day, and says why. */
export const EndDated = ({ open, title, at, children, onEnd, onClose, onDone }: EndDatedProps) => {
  const text = useText();
  const [when, setWhen] = useState<'now' | 'day'>('now');
  const [day, setDay] = useState(officeDate(at));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const ending = useAct(async (key) => {
    await onEnd({ at: when === 'now' ? at : endOf(day), note }, key);
    setNote('');
    await onDone();
    onClose();
  });
  const isBlank = note.trim() === '';
  const end = () => {
    setTried(isBlank);
    if (!isBlank && (when === 'now' || isDay(day))) ending.run();
  };
  const close = () => {
    ending.forget();
    setTried(false);
    onClose();
  };
  return (
    <Dialog open={open} title={title} onClose={close} actions={<><Button kind="danger" busy={ending.busy} onClick={end}>{text('endRole')}</Button><Button onClick={close}>{text('keepRole')}</Button></>}>
      {children}
      <Choices id="end-when" legend={text('endWhen')} value={when} choices={[{ value: 'now', label: text('endNow') }, { value: 'day', label: text('endWithDay') }]} onChange={setWhen} />
      {when === 'day' && <DateField id="end-day" label={text('endDay')} min={officeDate(at)} value={day} onChange={setDay} />}
      <TextField id="end-note" label={text('endNote')} hint={text('endNoteHint')} error={tried && isBlank ? text('endNoteMissing') : undefined} value={note} onChange={(event) => setNote(event.target.value.normalize('NFC'))} />
      {ending.problem && (faultAt(ending.problem, '/at') ? <Notice kind="danger" title={faultAt(ending.problem, '/at')} /> : <ProblemView error={ending.problem} />)}
    </Dialog>
  );
};
