import { Suspense, lazy } from 'react';
import type { DossierView } from '../../server/api/dossier.ts';
import { ClockView } from '../../ui/clock-view.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText, words } from './words.ts';
import { Answer } from './answer.tsx';
import { LinkedDossiers } from './linked.tsx';
import { Payments } from './payments.tsx';
import { Progress } from './progress.tsx';
import { Reminders } from './reminders.tsx';
import { RecordProof } from './record-proof.tsx';
import { sentences } from './sentences.ts';
import { isWithoutResult } from './state-words.ts';

// what few open waits until it is wanted: the page itself stays light
const Rating = lazy(async () => ({ default: (await import('./rating.tsx')).Rating }));
const Voice = lazy(async () => ({ default: (await import('./voice.tsx')).Voice }));
const Withdraw = lazy(async () => ({ default: (await import('./withdraw.tsx')).Withdraw }));

/** Where it stands in three sentences, the clock, the steps, and what the citizen may still do. */
export const Summary = ({ dossier, onChange }: { dossier: DossierView; onChange: () => void }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {dossier.reason && <Notice kind="danger" title={text('reasonTitle')}><p>{pick(dossier.reason, language)}</p></Notice>}
      <Answer dossier={dossier} />
      {sentences(dossier, words.text, language).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <Reminders reminders={dossier.reminders} />
      {!isWithoutResult(dossier.state) && <><h2>{text('clockTitle')}</h2><ClockView clock={dossier.clock} /></>}
      <h2>{text('timelineTitle')}</h2>
      <Progress steps={dossier.timeline} />
      <LinkedDossiers linked={dossier.linked} />
      <Payments payments={dossier.payments} />
      <h2>{text('factsTitle')}</h2>
      <SummaryList
        rows={[
          { label: text('code'), value: <strong>{dossier.code}</strong> },
          { label: text('filedAt'), value: dateTime(dossier.submittedAt) },
          { label: text('office'), value: pick(dossier.unit.name, language) },
          ...(dossier.delivery ? [{ label: text('howYouGetIt'), value: dossier.delivery.asked ? text('fetchedInstead') : text(`delivery_${dossier.delivery.method}`) }] : []),
        ]}
      />
      <RecordProof dossier={dossier} />
      <Suspense fallback={null}>
        {(dossier.can.rate || dossier.rating) && <Rating dossier={dossier} onRated={onChange} />}
        <Voice dossier={dossier} />
        {dossier.can.withdraw && <Withdraw dossier={dossier} onWithdrawn={onChange} />}
      </Suspense>
    </>
  );
};
