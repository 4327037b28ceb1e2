import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { DossierView, RecordProof as Proof } from '../../server/api/dossier.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

/** Lets the citizen check, now, that no entry of the dossier's record was rewritten. */
export const RecordProof = ({ dossier }: { dossier: DossierView }) => {
  const text = useText();
  const [proof, setProof] = useState<Proof>();
  const act = useAct(async () => setProof(await call('GET /api/dossiers/:id/record', { params: { id: dossier.id } })));
  return (
    <section>
      <h2>{text('recordTitle')}</h2>
      <p>{text('recordHint', { count: dossier.record.entries })}</p>
      <Button busy={act.busy} onClick={() => act.run()}>{text('recordCheck')}</Button>
      <output className="block record-answer">
        {proof && (
          <strong className={proof.intact ? 'record-intact' : 'record-broken'}>
            <Icon of={proof.intact ? ShieldCheck : ShieldAlert} /> {proof.intact ? text('recordIntact', { count: proof.entries.length }) : text('recordBroken', { number: proof.faults[0]?.seq ?? '?' })}
          </strong>
        )}
      </output>
      {act.problem && <ProblemView error={act.problem} />}
    </section>
  );
};
