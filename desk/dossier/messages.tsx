import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DeskDossier } from '../../server/api/desk.ts';
import { call } from '../../ui/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { queryOf } from '../../ui/query.ts';
import { useMarkRead } from '../../ui/use-mark-read.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { WriteBox } from './write-box.tsx';

/** People and automatic notices in one thread with the citizen, oldest first. */
export const Messages = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const ask = queryOf('GET /api/dossiers/:id/messages', { params: { id: dossier.id } });
  const messages = useQuery(ask);
  const counts = useCallback(() => {
    for (const name of ['GET /api/desk/dossiers/:id', 'GET /api/tasks']) void client.invalidateQueries({ queryKey: [name] });
  }, [client]);
  useMarkRead(dossier.id, messages.data?.messages, counts);
  return (
    <>
      <h2>{text('messagesTitle')}</h2>
      <Load of={messages}>
        {({ messages: all }) =>
          all.length === 0 ? (
            <EmptyState title={text('noMessages')}><p>{text('noMessagesHint')}</p></EmptyState>
          ) : (
            <ol className="thread">
              {all.map(({ id, at, from, name, title, text: said, unread }) => (
                <li key={id} className={`said said-${from}`}>
                  <p className="small muted">
                    {unread && <><strong>{text('unread')}</strong> · </>}
                    <strong>{name ? pick(name, language) : text(`from_${from}`)}</strong> · <span className="number">{dateTime(at)}</span>
                  </p>
                  {title && <p><strong>{pick(title, language)}</strong></p>}
                  <p className="pre">{pick(said, language)}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Load>
      {dossier.can.write && (
        <WriteBox id="message" label={text('messageLabel')} hint={text('messageHint')} button={text('messageSend')}
          onSend={async (typed, key) => {
            await call('POST /api/dossiers/:id/messages', { params: { id: dossier.id }, body: { text: typed }, key });
            await client.invalidateQueries({ queryKey: ask.queryKey });
          }} />
      )}
    </>
  );
};
