import { useQueryClient } from '@tanstack/react-query';
import type { DeskDossier } from '../../server/api/desk.ts';
import { call } from '../../ui/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { refresh } from '../shell/live.ts';
import { useText } from '../words.ts';
import { WriteBox } from './write-box.tsx';

/** Notes among colleagues; the citizen never sees them. */
export const Notes = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const client = useQueryClient();
  return (
    <>
      <h2>{text('notesTitle')}</h2>
      {dossier.notes.length === 0 ? (
        <EmptyState title={text('noNotes')}><p>{text('noteHint')}</p></EmptyState>
      ) : (
        <ol className="thread">
          {dossier.notes.map(({ id, at, by, text: said }) => (
            <li key={id} className="said said-note">
              <p className="small muted"><strong>{by.name}</strong> · <span className="number">{dateTime(at)}</span></p>
              <p className="pre">{said}</p>
            </li>
          ))}
        </ol>
      )}
      {dossier.can.note && (
        <WriteBox id="note" label={text('noteLabel')} hint={text('noteHint')} button={text('noteSave')}
          onSend={async (typed, key) => {
            await call('POST /api/desk/dossiers/:id/notes', { params: { id: dossier.id }, body: { text: typed }, key });
            await refresh(client);
          }} />
      )}
    </>
  );
};
