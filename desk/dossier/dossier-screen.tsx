import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { DossierFile } from '../../server/api/file.ts';
import type { Account } from '../../server/api/session.ts';
import type { TaskView } from '../../server/api/task.ts';
import { queryOf } from '../../ui/query.ts';
import { isAdmin } from '../account/session.ts';
import { DoneNotice } from '../shell/done-notice.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { StepPane } from '../step/step-pane.tsx';
import type { StepState } from '../step/step-state.ts';
import { useText } from '../words.ts';
import { listHref } from '../worklist/place.ts';
import { AdHoc } from './ad-hoc.tsx';
import { AwaitedHere } from './awaited-here.tsx';
import { Documents } from './documents.tsx';
import { DossierHead } from './dossier-head.tsx';
import { Facts } from './facts.tsx';
import { IncidentsHere } from './incidents-here.tsx';
import { LinkedHere } from './linked.tsx';
import { NearbyHere } from './nearby.tsx';
import { PlaceHere } from './place.tsx';
import { NoStep } from './no-step.tsx';
import { Reading } from './reading.tsx';
import { useAfter } from './use-after.ts';
import './dossier.css';

export interface Work {
  readonly task: TaskView;
  readonly step: StepState;
}

const panes = ['papers', 'data', 'work'] as const;
type Pane = (typeof panes)[number];

interface DossierScreenProps {
  readonly dossier: DeskDossier;
  readonly account: Account;
  readonly work?: Work;
}

/** Documents beside data beside checklist; on a phone one at a time. */
export const DossierScreen = ({ dossier, account, work }: DossierScreenProps) => {
  const text = useText();
  const [, go] = useLocation();
  const [pane, setPane] = useState<Pane>(work ? 'work' : 'data');
  const [tab, setTab] = useState('application');
  const [file, setFile] = useState<DossierFile>();
  // the next step begins at its head, where the last one's good news stands
  useEffect(() => scrollTo(0, 0), []);
  const after = useAfter(work?.task.id);
  useKeys({ list: () => go(listHref()), after: () => after && go(`/tasks/${after}`) });
  const form = useQuery({ ...queryOf('GET /api/procedures/:key/forms/:form', { params: { key: dossier.procedure.key, form: dossier.form }, query: { version: dossier.procedureVersion.hash } }), staleTime: Infinity });
  const application = useMemo(() => form.data && { form: form.data.form, catalogues: form.data.catalogues, data: dossier.data }, [form.data, dossier.data]);
  const open = (chosen: DossierFile | undefined) => {
    setFile(chosen);
    if (chosen) setPane('papers');
  };
  const visit = (path: string) => {
    setTab('application');
    setPane('data');
    // the column must stand before its box can take the focus
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const box = document.getElementById(`remark-data-${path}`);
      box?.scrollIntoView({ block: 'center' });
      box?.focus({ preventScroll: true });
    }));
  };
  const names: Record<Pane, string> = { papers: text('panePapers'), data: text('paneData'), work: text('paneWork') };
  return (
    <>
      <DoneNotice />
      <DossierHead dossier={dossier} after={after} />
      <IncidentsHere dossier={dossier} account={account} />
      <AwaitedHere dossier={dossier} />
      <fieldset className="pane-switch no-print">
        <legend className="visually-hidden">{text('panes')}</legend>
        {panes.map((one) => <button key={one} type="button" aria-pressed={pane === one} onClick={() => setPane(one)}>{names[one]}</button>)}
      </fieldset>
      <div className="panes" data-pane={pane} data-preview={file !== undefined}>
        {/* forms may well have a part called papers or work too: no two regions share a name */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and without files holds nothing else to reach by keyboard */}
        <section className="pane pane-papers" aria-label={text('papersOfDossier')} tabIndex={0}>
          <Documents dossier={dossier} flags={work?.step.flags} file={file} onOpen={open} />
        </section>
        <section className="pane pane-data" aria-label={names.data}>
          <Reading dossier={dossier} application={application} failed={form.error} flags={work?.step.flags} tab={tab} onTab={setTab} onOpenFile={open} />
        </section>
        <section className="pane pane-work" aria-label={text('workOfDossier')}>
          {work ? <StepPane task={work.task} step={work.step} dossier={dossier} application={application} account={account} onVisit={visit} /> : <NoStep dossier={dossier} />}
          <AdHoc dossier={dossier} />
          <LinkedHere linked={dossier.linked} />
          <NearbyHere nearby={dossier.nearby} />
          <PlaceHere dossier={dossier} />
          <Facts dossier={dossier} />
          {isAdmin(account) && <p><Link href={`/process/${dossier.id}`}>{text('seeProcess')}</Link></p>}
        </section>
      </div>
    </>
  );
};
