import { Suspense, lazy, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { DossierView } from '../../server/api/dossier.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { State } from '../../ui/state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { LoadPage } from '../shell/load.tsx';
import { useLive } from '../shell/live.ts';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';
import { PayCard } from './pay-card.tsx';
import { backFromPaying } from './paying.ts';
import { stateTones } from './state-words.ts';
import { Summary } from './summary.tsx';
import { TodoCard } from './todo-card.tsx';
import './dossier.css';

const Request = lazy(async () => ({ default: (await import('./request.tsx')).Request }));
const Messages = lazy(async () => ({ default: (await import('./messages.tsx')).Messages }));
const Results = lazy(async () => ({ default: (await import('./results.tsx')).Results }));

const View = ({ dossier, reload }: { dossier: DossierView; reload: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') ?? 'summary';
  const [left] = useState(backFromPaying);
  const paid = dossier.payments.some(({ id, state }) => id === left && state === 'paid');
  useLive(reload);
  const isResultOut = dossier.state === 10 && dossier.letters.some(({ purpose }) => purpose === 'result');
  return (
    <Page title={pick(dossier.procedure.name, language)} caption={[dossier.code, dossier.subject].filter(Boolean).join(' · ')} back={<BackLink href="/dossiers" label={text('navDossiers')} />}>
      <p><State tone={stateTones[dossier.state]} word={text(`state_${dossier.state}`)} /></p>
      {paid && <Notice kind="done" title={text('paidTitle')}><p>{text('paidHint')}</p></Notice>}
      {isResultOut && tab === 'summary' && (
        <Notice kind="done" title={text('resultReady')}>
          <Button kind="main" onClick={() => setSearch({ tab: 'results' }, { replace: true })}>{text('resultOpen')}</Button>
        </Notice>
      )}
      <PayCard dossier={dossier} />
      {dossier.todo.filter(({ kind }) => kind !== 'payment').map((todo) => <TodoCard key={todo.task} todo={todo} />)}
      <Suspense fallback={<Skeleton />}>
        <Tabs
          label={text('dossierParts')}
          selected={tab}
          onSelect={(key) => setSearch({ tab: key }, { replace: true })}
          items={[
            { key: 'summary', title: text('tabSummary'), panel: <Summary dossier={dossier} onChange={reload} /> },
            { key: 'request', title: text('tabRequest'), panel: <Request dossier={dossier} /> },
            { key: 'messages', title: dossier.unreadMessages > 0 ? text('tabMessagesNew', { count: dossier.unreadMessages }) : text('tabMessages'), panel: <Messages dossier={dossier} onRead={reload} /> },
            { key: 'results', title: text('tabResults'), panel: <Results dossier={dossier} /> },
          ]}
        />
      </Suspense>
    </Page>
  );
};

const Fetched = ({ id }: { id: string }) => {
  const dossier = useResource('GET /api/dossiers/:id', { params: { id } });
  const { reload } = dossier;
  // back from the bank or from another window: show what stands now
  useEffect(() => {
    const onShow = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', onShow);
    return () => document.removeEventListener('visibilitychange', onShow);
  }, [reload]);
  return <LoadPage of={dossier}>{(data) => <View dossier={data} reload={reload} />}</LoadPage>;
};

/** One dossier as the citizen who filed it sees it. */
export const DossierPage = ({ id }: { id: string }) => <SignedIn>{() => <Fetched id={id} />}</SignedIn>;
