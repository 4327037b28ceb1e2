import { Link } from 'wouter';
import { BackLink } from '../../ui/back-link.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOnline } from '../../ui/offline-banner.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useSession } from '../account/session.ts';
import { forget, type Kept } from './store.ts';
import { useKept } from './use-kept.ts';
import { useText } from './words.ts';
import './kept.css';

const Waiting = ({ kept, onSend }: { kept: Kept; onSend: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const online = useOnline();
  const citizen = useSession().data?.account?.kind === 'citizen';
  const { title } = kept.answers as { title?: unknown };
  const needsSignIn = kept.stopped === 'sign-in' || (online && !citizen);
  const word = kept.stopped === 'refused' ? text('keptRefused') : !online ? text('keptWaits') : needsSignIn ? text('keptSignIn') : text('keptSending');
  return (
    <li className="kept">
      <h2>{typeof title === 'string' && title !== '' ? title : pick(kept.name, language)}</h2>
      <p className="muted small">{pick(kept.name, language)} · {text('keptAt', { at: dateTime(kept.keptAt), count: kept.files.length })}</p>
      <p><State tone={kept.stopped === 'refused' ? 'waiting' : 'paused'} word={word} /></p>
      <p className="row">
        {kept.stopped === 'refused' && kept.sent.draft !== undefined && <ButtonLink kind="main" href={`/filing/${kept.sent.draft}`}>{text('keptCorrect')}</ButtonLink>}
        {needsSignIn && <ButtonLink kind="main" href="/sign-in?return=/kept">{text('signIn')}</ButtonLink>}
        {online && citizen && <Button onClick={onSend}>{text('keptSend')}</Button>}
        <Button kind="quiet" onClick={() => void forget(kept.id)}>{text('keptDrop')}</Button>
      </p>
    </li>
  );
};

/** What waits on this device, and what has just been sent. */
export const KeptPage = () => {
  const text = useText();
  const language = useLanguage();
  const { kept, sent, sendNow } = useKept();
  return (
    <Page title={text('keptTitle')} back={<BackLink href="/dossiers" label={text('navDossiers')} />}>
      {sent.map(({ kept: { id, name }, dossier }) => (
        <Notice key={id} kind="done" title={text('keptGone', { name: pick(name, language) })}><p><Link className="kept-link" href={`/dossiers/${dossier}`}>{text('keptOpen')}</Link></p></Notice>
      ))}
      {kept === undefined ? <Skeleton /> : kept.length === 0 ? <EmptyState title={text('keptNone')}><p>{text('keptNoneHint')}</p></EmptyState> : (
        <>
          <p>{text('keptLead')}</p>
          <ul className="kept-list">{kept.map((one) => <Waiting key={one.id} kept={one} onSend={() => sendNow(one.id)} />)}</ul>
        </>
      )}
    </Page>
  );
};
