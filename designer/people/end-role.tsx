import { useState } from 'react';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';
import { endOf, officeDate } from '../../engine/calendar/office-day.ts';
import { faultAt } from './fault-at.ts';
import type { Held } from './roles-here.tsx';

/** Ends a role now or with a day; what is in hand is told of, and stays until somebody takes it. */
export const EndRole = ({ held, at, onClose, onDone }: { held: Held | undefined; at: string; onClose: () => void; onDone: () => Promise<void> }) => {
  const text = useText();
  const [when, setWhen] = useState<'now' | 'day'>('now');
  const [day, setDay] = useState(officeDate(at));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const ending = useAct(async (key) => {
    if (!held) return;
    await call('POST /api/roles/:id/end', { params: { id: held.role.id }, body: { at: when === 'now' ? at : endOf(day), note }, key });
    setNote('');
    await onDone();
    onClose();
  });
  const isBlank = note.trim() === '';
  const end = () => {
    setTried(isBlank);
    if (!isBlank) ending.run();
  };
  const close = () => {
    ending.forget();
    setTried(false);
    onClose();
  };
  return (
    <Dialog
      open={held !== undefined} title={held ? text('endRoleAsk', { name: held.person.name, role: text(`role_${held.role.role}`) }) : ''} onClose={close}
      actions={<><Button kind="danger" busy={ending.busy} onClick={end}>{text('endRole')}</Button><Button onClick={close}>{text('keepRole')}</Button></>}
    >
      {held && held.role.inHand > 0 && <Notice kind="soon" title={text('endInHand', { count: held.role.inHand })} />}
      <Choices id="end-when" legend={text('endWhen')} value={when} choices={[{ value: 'now', label: text('endNow') }, { value: 'day', label: text('endWithDay') }]} onChange={setWhen} />
      {when === 'day' && <TextField id="end-day" type="date" label={text('endDay')} min={officeDate(at)} value={day} onChange={(event) => setDay(event.target.value || officeDate(at))} />}
      <TextField id="end-note" label={text('endNote')} hint={text('endNoteHint')} error={tried && isBlank ? text('endNoteMissing') : undefined} value={note} onChange={(event) => setNote(event.target.value.normalize('NFC'))} />
      {ending.problem && (faultAt(ending.problem, '/at') ? <Notice kind="danger" title={faultAt(ending.problem, '/at')} /> : <ProblemView error={ending.problem} />)}
    </Dialog>
  );
};
