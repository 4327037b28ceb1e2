import { useEffect, useState, type FormEvent } from 'react';
import type { DossierView } from '../../server/api/dossier.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/field.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useMarkRead } from '../../ui/use-mark-read.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useUnsent } from '../shell/use-unsent.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

const Write = ({ dossier, onSent }: { dossier: DossierView; onSent: () => void }) => {
  const text = useText();
  const unsent = useUnsent(`message.${dossier.id}`, '');
  const { value: message, change: setMessage } = unsent;
  const [missing, setMissing] = useState(false);
  const act = useAct(async (key) => {
    await call('POST /api/dossiers/:id/messages', { params: { id: dossier.id }, body: { text: message.trim() }, key });
    setMessage('');
    unsent.forget();
    onSent();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!message.trim());
    if (message.trim()) act.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextArea id="message" label={text('messageLabel')} error={missing ? text('messageMissing') : undefined} maxLength={10_000} value={message} onChange={(event) => setMessage(event.target.value)} />
      {act.problem && <ProblemView error={act.problem} />}
      <Button type="submit" kind="main" busy={act.busy}>{text('messageSend')}</Button>
    </form>
  );
};

/** People and automatic notices in one thread, oldest first; `onRead` when the new ones have been seen. */
export const Messages = ({ dossier, onRead }: { dossier: DossierView; onRead: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const messages = useResource('GET /api/dossiers/:id/messages', { params: { id: dossier.id } });
  const { reload } = messages;
  useMarkRead(dossier.id, messages.data?.messages, onRead);
  // what comes in while the thread is open is shown there
  useEffect(() => {
    if (dossier.unreadMessages > 0) reload();
  }, [dossier.unreadMessages, reload]);
  return (
    <>
      <h2>{text('tabMessages')}</h2>
      <Load of={messages}>
        {({ messages: all }) =>
          all.length === 0 ? (
            <EmptyState title={text('noMessages')}><p>{text('noMessagesHint')}</p></EmptyState>
          ) : (
            <ol className="messages">
              {all.map(({ id, at, from, name, title, text: said, unread }) => (
                <li key={id} className={`message message-${from}`}>
                  <p className="small muted">
                    {unread && <><strong>{text('unread')}</strong> · </>}
                    <strong>{from === 'applicant' ? text('you') : name ? pick(name, language) : text(from === 'system' ? 'automatic' : 'theOffice')}</strong>
                    {' · '}<span className="number">{dateTime(at)}</span>
                  </p>
                  {title && <p><strong>{pick(title, language)}</strong></p>}
                  <p className="message-text">{pick(said, language)}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Load>
      {dossier.can.write && <Write dossier={dossier} onSent={reload} />}
    </>
  );
};
