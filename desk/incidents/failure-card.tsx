import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../server/api/incident.ts';
import { call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { failureWords } from './failure-words.ts';
import { SkipFailureDialog } from './skip-failure-dialog.tsx';

/** What the machine gave up: what waits, since when and why; it is tried again, or given up with a reason. */
export const FailureCard = ({ failure }: { failure: Failure }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const retry = useAct(async (key) => {
    await call('POST /api/failures/:failure/retry', { params: { failure: failure.id }, key });
    await refresh(client);
  });
  const [asking, setAsking] = useState(false);
  const words = failureWords[failure.kind];
  const facts = { procedure: pick(failure.procedure.name, language), what: pick(failure.what, language), count: failure.dossiers, at: dateTime(failure.since) };
  const waits = failure.dossiers > 0;
  return (
    <Notice kind="danger" title={text(words.title, facts)}>
      {failure.unit && <p>{pick(failure.unit.name, language)} · {failure.kind === 'word' || failure.kind === 'refund' ? facts.procedure : facts.what}</p>}
      {waits && words.waiting && <p>{text(words.waiting, facts)}</p>}
      {failure.stands && <p>{text(words.stands, facts)}</p>}
      <details className="small"><summary>{text('incidentDetails')}</summary><p lang="en">{failure.message}</p></details>
      {failure.kind === 'unreadable' ? (
        <p className="row"><ButtonLink small outside href={`/designer/packages/${failure.procedure.key}/versions`}>{text('unreadableMend')}</ButtonLink></p>
      ) : (
        <p className="row">
          <Button small busy={retry.busy} onClick={() => retry.run()}>{text('incidentRetry')}</Button>
          {failure.kind !== 'refund' && (waits || failure.kind === 'version') && <Button small onClick={() => setAsking(true)}>{text(words.skip)}</Button>}
        </p>
      )}
      {retry.problem && <ActProblem problem={retry.problem} />}
      {asking && <SkipFailureDialog failure={failure} facts={facts} onClose={() => setAsking(false)} />}
    </Notice>
  );
};
