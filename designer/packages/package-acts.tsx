import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DesignerProcedure } from '../../server/api/designer.ts';
import { addressOf, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { DraftProblem } from '../package/draft-problem.tsx';
import { useText } from '../words.ts';

/** What can be done with a package as a whole. */
export const PackageActs = ({ procedure }: { procedure: DesignerProcedure }) => {
  const text = useText();
  const name = pick(procedure.name, useLanguage());
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { key } = procedure;
  const forgetting = useAct(async () => {
    await call('DELETE /api/designer/procedures/:key/draft', { params: { key }, query: procedure.draft === null ? {} : { revision: String(procedure.draft.revision), savedAt: procedure.draft.savedAt } });
    await client.invalidateQueries({ queryKey: ['GET /api/designer/procedures'] });
    setAsking(false);
  });
  const of = <span className="visually-hidden">{text('ofProcedure', { name })}</span>;
  return (
    <span className="row">
      <a href={addressOf('GET /api/designer/procedures/:key/export', { key })} download>{text('exportZip')}{of}</a>
      <Link href={`/new?copy=${key}`}>{text('copy')}{of}</Link>
      {procedure.published !== null && <Link href={`/new?adopt=${key}`}>{text('adopt')}{of}</Link>}
      {procedure.published === null && procedure.coming.length === 0 && procedure.draft !== null && (
        <>
          <Button kind="quiet" small onClick={() => setAsking(true)}>{text('forget')}{of}</Button>
          <Dialog open={asking} title={text('forgetTitle', { name })} onClose={() => setAsking(false)} actions={<Button kind="danger" busy={forgetting.busy} onClick={() => forgetting.run()}>{text('forget')}</Button>}>
            <p>{text('forgetHint')}</p>
            <DraftProblem of={forgetting} packageKey={key} />
          </Dialog>
        </>
      )}
    </span>
  );
};
