import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { StaffMember } from '../../server/api/people.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';

/** Whoever forgot theirs gets a new first password, to be handed over; it is shown this once. */
export const NewPassword = ({ staff, onDone }: { staff: readonly StaffMember[]; onDone: () => Promise<void> }) => {
  const text = useText();
  const open = staff.filter(({ active }) => active);
  const [person, setPerson] = useState(open[0]?.id ?? '');
  const [given, setGiven] = useState<{ readonly login: string; readonly password: string }>();
  const giving = useAct(async () => {
    setGiven(await call('POST /api/people/:id/password', { params: { id: person } }));
    await onDone();
  });
  const choose = (next: string) => {
    setGiven(undefined);
    setPerson(next);
  };
  return (
    <details className="panel-more">
      <summary>{text('newPassword')}</summary>
      <p>{text('newPasswordLead')}</p>
      <Select id="password-person" label={text('staffMember')} value={person} options={open.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(' · ') }))} onChange={choose} />
      {giving.problem && <ProblemView error={giving.problem} />}
      <Button busy={giving.busy} onClick={() => giving.run()}><Icon of={KeyRound} />{text('newPasswordNow')}</Button>
      <div aria-live="polite">{given && <Notice kind="done" title={text('newPasswordGiven', { login: given.login })}><p><code>{given.password}</code></p><p>{text('newPasswordOnce')}</p></Notice>}</div>
    </details>
  );
};
