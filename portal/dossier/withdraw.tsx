import { useState, type FormEvent } from 'react';
import type { DossierView } from '../../server/api/dossier.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

/** Takes the dossier back, after saying what that means and why. */
export const Withdraw = ({ dossier, onWithdrawn }: { dossier: DossierView; onWithdrawn: () => void }) => {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(async (key) => {
    await call('POST /api/dossiers/:id/withdraw', { params: { id: dossier.id }, body: { expectedVersion: dossier.version, reason: reason.trim() }, key });
    setOpen(false);
    onWithdrawn();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!reason.trim());
    if (reason.trim()) act.run();
  };
  return (
    <section className="dossier-withdraw">
      <h2>{text('withdrawTitle')}</h2>
      <p>{text('withdrawHint')}</p>
      <Button onClick={() => setOpen(true)}>{text('withdraw')}</Button>
      <Dialog open={open} title={text('withdrawAsk')} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate>
          <p>{text('withdrawMeans')}</p>
          <TextArea id="withdraw-reason" label={text('withdrawReason')} error={missing ? text('withdrawReasonMissing') : undefined} value={reason} onChange={(event) => setReason(event.target.value)} />
          {act.problem && <ProblemView error={act.problem} />}
          <p className="row">
            <Button kind="danger" type="submit" busy={act.busy}>{text('withdraw')}</Button>
            <Button onClick={() => setOpen(false)}>{text('keepDossier')}</Button>
          </p>
        </form>
      </Dialog>
    </section>
  );
};
