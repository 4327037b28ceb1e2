import { Link, useSearchParams } from 'wouter';
import type { MyDossier } from '../../server/api/dossier.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ClockState } from '../../ui/clock-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { isOver, isYours, stateTones } from '../dossier/state-words.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from '../dossier/words.ts';
import { MyDrafts } from './my-drafts.tsx';
import './dossiers.css';

/** Something waits for the citizen: a step of theirs, or a payment. */
const waits = ({ todo, state }: MyDossier) => todo.length > 0 || isYours(state);

const Card = ({ dossier, part }: { dossier: MyDossier; part: string }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <li className="dossier-card">
      <h3><Link href={`/dossiers/${dossier.id}${part}`}>{pick(dossier.procedure.name, language)}</Link></h3>
      <p className="muted small">{[dossier.subject, dossier.code].filter(Boolean).join(' · ')}</p>
      <p className="row">
        <State tone={stateTones[dossier.state]} word={text(`state_${dossier.state}`)} />
        {!isOver(dossier.state) && dossier.clock.status === 'running' && <ClockState {...dossier.clock} />}
      </p>
      <p className="small">
        {isOver(dossier.state) || !dossier.clock.dueAt ? text('filedOn', { date: longDate(dossier.submittedAt, language) }) : text('dueOn', { date: longDate(dossier.clock.dueAt, language) })}
        {dossier.unreadMessages > 0 && <> · <strong>{text('newMessages', { count: dossier.unreadMessages })}</strong></>}
      </p>
      {dossier.todo.map((todo) => (
        <p key={todo.task} className="dossier-todo">{text(`todo_${todo.kind}`, { name: pick(todo.name, language) })}{todo.dueAt && <>. {text('todoBy', { date: longDate(todo.dueAt, language) })}</>}</p>
      ))}
    </li>
  );
};

/** `part`: where in the dossier one arrives. */
const Group = ({ title, dossiers, part = '' }: { title: string; dossiers: readonly MyDossier[]; part?: string }) =>
  dossiers.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul className="dossier-cards">{dossiers.map((dossier) => <Card key={dossier.id} dossier={dossier} part={part} />)}</ul>
    </section>
  );

/** News of places that the citizen follows, where some is unread. */
const PlaceNews = () => {
  const text = useText();
  const { data } = useResource('GET /api/watches', {});
  if (!data || data.unread === 0) return null;
  return <Notice title={text('placeNews', { count: data.unread })}><p><Link className="place-news" href="/watches">{text('placeNewsRead')}</Link></p></Notice>;
};

/** News of reports that the citizen follows, where some is unread. */
const FollowNews = () => {
  const text = useText();
  const { data } = useResource('GET /api/follows', {});
  if (!data || data.follows.length === 0) return null;
  if (data.unread === 0) return <p><Link className="place-news" href="/follows">{text('followsRead')}</Link></p>;
  return <Notice title={text('followsNews', { count: data.unread })}><p><Link className="place-news" href="/follows">{text('followsRead')}</Link></p></Notice>;
};

const over = (dossiers: readonly MyDossier[]) => dossiers.filter((one) => !waits(one) && isOver(one.state));

const List = ({ name }: { name: string }) => {
  const text = useText();
  const [search] = useSearchParams();
  // Who comes to rate sees first what can be rated.
  const rates = search.has('rate');
  const mine = useResource('GET /api/dossiers', {});
  return (
    <Page title={text('navDossiers')} caption={name}>
      {rates && <p>{text('ratePick')}</p>}
      {!rates && <><PlaceNews /><FollowNews /><MyDrafts /></>}
      <Load of={mine}>
        {({ dossiers }) =>
          dossiers.length === 0 ? (
            <EmptyState title={text('noDossiers')} action={<ButtonLink kind="main" href="/">{text('allProcedures')}</ButtonLink>}>
              <p>{text('noDossiersHint')}</p>
            </EmptyState>
          ) : (
            <>
              {rates && <Group title={text('groupOver')} dossiers={over(dossiers)} part="#rating" />}
              <Group title={text('groupTodo')} dossiers={dossiers.filter(waits)} />
              <Group title={text('groupOpen')} dossiers={dossiers.filter((one) => !waits(one) && !isOver(one.state))} />
              {!rates && <Group title={text('groupOver')} dossiers={over(dossiers)} />}
            </>
          )
        }
      </Load>
      <p><Link className="place-news" href="/hearing">{text('hearingLink')}</Link></p>
    </Page>
  );
};

/** Everything the citizen has filed or begun; what waits for them stands first. */
export const MyDossiersPage = () => <SignedIn>{({ name }) => <List name={name} />}</SignedIn>;
