import { useState, type FormEvent, type ReactNode } from 'react';
import type { Account } from '../server/api/session.ts';
import { call } from './api.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Notice } from './notice.tsx';
import { ProblemView } from './problem-view.tsx';
import { isProblem, type Problem } from './problem.ts';
import { useKitText } from './words.ts';

/** Who one is here (`children`), and one's password, to be changed. */
export const AccountDialog = ({ account, open, onClose, children }: { account: Account; open: boolean; onClose: () => void; children?: ReactNode }) => (
  <Dialog open={open} title={account.name} onClose={onClose}>
    {children}
    {account.password && <ChangePassword />}
  </Dialog>
);

const ChangePassword = () => {
  const text = useKitText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const errorAt = (path: string) => problem?.errors.find((error) => error.path === path)?.message;
  const change = async () => {
    setBusy(true);
    setDone(false);
    setProblem(undefined);
    try {
      await call('POST /api/session/password', { body: { current, next } });
      setCurrent('');
      setNext('');
      setDone(true);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void change();
  };
  return (
    <form onSubmit={submit} noValidate>
      <h3>{text('changePassword')}</h3>
      <TextField id="password-current" type="password" autoComplete="current-password" label={text('passwordCurrent')} error={errorAt('/current')} value={current} onChange={(event) => setCurrent(event.target.value)} />
      <TextField id="password-next" type="password" autoComplete="new-password" label={text('passwordNext')} hint={text('passwordHint')} error={errorAt('/next')} value={next} onChange={(event) => setNext(event.target.value)} />
      {problem && problem.errors.length === 0 && <ProblemView error={problem} />}
      <Button type="submit" busy={busy} aria-disabled={current === '' || next === ''}>{text('changePassword')}</Button>
      <div aria-live="polite">{done && <Notice kind="done" title={text('passwordChanged')} />}</div>
    </form>
  );
};
