import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../dossier/words.ts';

/** Applications that were begun and not filed. */
export const MyDrafts = () => {
  const text = useText();
  const language = useLanguage();
  const { data, reload } = useResource('GET /api/drafts', {});
  const [dropping, setDropping] = useState<string>();
  const drop = useAct(async (_key, id: string) => {
    await call('DELETE /api/drafts/:id', { params: { id } });
    setDropping(undefined);
    reload();
  });
  if (!data || data.drafts.length === 0) return null;
  return (
    <section>
      <h2>{text('draftsTitle')}</h2>
      <ul className="dossier-cards">
        {data.drafts.map(({ id, procedure, savedAt }) => (
          <li key={id} className="dossier-card dossier-draft">
            <h3><Link href={`/filing/${id}`}>{pick(procedure.name, language)}</Link></h3>
            <p className="small muted">{text('savedAt', { at: dateTime(savedAt) })}</p>
            <Button kind="quiet" onClick={() => setDropping(id)}>{text('dropDraft')}</Button>
          </li>
        ))}
      </ul>
      <Dialog open={dropping !== undefined} title={text('dropDraftAsk')} onClose={() => setDropping(undefined)}>
        <p>{text('dropDraftMeans')}</p>
        {drop.problem && <ProblemView error={drop.problem} />}
        <p className="row">
          <Button kind="danger" busy={drop.busy} onClick={() => dropping && drop.run(dropping)}>{text('dropDraft')}</Button>
          <Button onClick={() => setDropping(undefined)}>{text('keepDraft')}</Button>
        </p>
      </Dialog>
    </section>
  );
};
