import { useState } from 'react';
import type { Trial, TrialDossier } from '../../server/api/trial.ts';
import { Button } from '../../ui/button.tsx';
import { date } from '../../ui/format.ts';
import { useWhy } from '../../ui/incidents/why.ts';
import { Notice } from '../../ui/notice.tsx';
import { State } from '../../ui/state.tsx';
import { showTrail } from '../process/trail.ts';
import { useText } from '../words.ts';
import { RecordDialog } from './record-dialog.tsx';

interface TrialDossiersProps {
  packageKey: string;
  trial: Trial;
  nameOf: (id: string) => string;
  /** Leads to the drawing, where the way is shown. */
  onShow: () => void;
}

/** Where the dossiers of a trial are and how they came there. */
export const TrialDossiers = ({ packageKey, trial, nameOf, onShow }: TrialDossiersProps) => {
  const text = useText();
  const why = useWhy();
  const [recording, record] = useState<TrialDossier>();
  const [kept, setKept] = useState<string>();
  return (
    <section className="trial-dossiers" aria-label={text('tryDossiers')}>
      <h2>{text('tryDossiers')}</h2>
      {kept !== undefined && <Notice kind="done" title={text('tryRecorded', { name: kept })} />}
      {trial.dossiers.length === 0 && <p className="muted">{text('tryNoDossiers')}</p>}
      {trial.dossiers.map((dossier) => (
        <article key={dossier.id} aria-label={dossier.code}>
          <h3 className="number">{dossier.code}</h3>
          <p className="muted">{[dossier.applicant?.name, dossier.dueAt !== null && text('tryDue', { at: date(dossier.dueAt) })].filter(Boolean).join(' · ')}</p>
          {dossier.status !== 'active' && <State tone="done" word={text('tryEnded')} />}
          {dossier.open.length > 0 && <><p className="trial-word">{text('tryWaits')}</p><ul>{dossier.open.map((id) => <li key={id}><strong>{nameOf(id)}</strong></li>)}</ul></>}
          {dossier.timed.length > 0 && <><p className="trial-word">{text('tryTimed')}</p><ul>{dossier.timed.map((id) => <li key={id}>{nameOf(id)}</li>)}</ul></>}
          {dossier.incidents.map(({ element, code, message }) => (
            <Notice key={`${element} ${message}`} kind="danger" title={text('tryIncident', { step: nameOf(element) })}>
              <p>{why(code)}</p>
              <details className="small"><summary>{text('tryIncidentExact')}</summary><p className="finding-exact" lang="en">{message}</p></details>
            </Notice>
          ))}
          <p className="trial-word">{text('tryPassed')}</p>
          <ol>{dossier.passed.filter((id) => nameOf(id) !== id).map((id) => <li key={id}>{nameOf(id)}</li>)}</ol>
          <div className="row">
            <Button small onClick={() => { showTrail(packageKey, { name: text('trail', { name: dossier.code }), passed: [...dossier.passed, ...dossier.taken], open: [...dossier.open, ...dossier.timed] }); onShow(); }}>{text('tryShow')}</Button>
            <Button small onClick={() => record(dossier)}>{text('tryRecord')}</Button>
          </div>
        </article>
      ))}
      {recording && <RecordDialog nameOf={nameOf} packageKey={packageKey} trial={trial.id} dossier={recording.id} onClose={() => record(undefined)} onKept={(name) => { record(undefined); setKept(name); }} />}
    </section>
  );
};
