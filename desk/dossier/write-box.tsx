import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

interface WriteBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly onSend: (text: string, key: string) => Promise<unknown>;
}

/** A text to send; it stays in the box until it was taken. */
export const WriteBox = ({ id, label, hint, button, onSend }: WriteBoxProps) => {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(async (key) => {
    await onSend(typed.trim(), key);
    setTyped('');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!typed.trim());
    if (typed.trim()) act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextArea id={id} rows={3} label={label} hint={hint} maxLength={10_000} error={missing ? text('writeSomething') : undefined} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {act.problem && <ActProblem problem={act.problem} />}
      <Button type="submit" busy={act.busy}>{button}</Button>
    </form>
  );
};
