import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { MovePreview, ProcessView } from '../../server/api/move.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { MoveAhead } from './move-ahead.tsx';
import { nothing, partOf, type Move } from './move.ts';
import { TakeAway } from './take-away.tsx';

/** Which places are left and where it goes on: first looked at, then done, for a reason. */
export const MoveForm = ({ process }: { process: ProcessView }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const id = useId();
  const [move, setMove] = useState<Move>({ cancel: [], element: '', place: 'before', reason: '' });
  const [tried, setTried] = useState(false);
  const [ahead, setAhead] = useState<MovePreview>();
  const change = (part: Partial<Move>) => {
    setMove({ ...move, ...part });
    if (!('reason' in part)) setAhead(undefined);
  };
  const wrong = { reason: move.reason.trim() === '', move: nothing(process, move) };
  const look = useAct(async () => setAhead(await call('POST /api/dossiers/:id/move/preview', { params: { id: process.dossier }, body: { ...partOf(process, move) } })));
  const go = useAct(async (key) => {
    await call('POST /api/dossiers/:id/move', { params: { id: process.dossier }, body: { ...partOf(process, move) }, key });
    await client.invalidateQueries({ queryKey: ['GET /api/dossiers/:id/process'] });
    await refresh(client);
  });
  const press = (act: () => void) => {
    setTried(true);
    if (!wrong.reason && !wrong.move) act();
  };
  const problem = look.problem ?? go.problem;
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h2>{text('moveTitle')}</h2>
      {tried && wrong.move && <Notice kind="soon" title={text(process.chart ? 'moveNothingChart' : 'moveNothing')} />}
      {!process.chart && <TakeAway tokens={process.tokens} cancel={move.cancel} onChange={(cancel) => change({ cancel })} />}
      <Field id={`${id}-element`} label={text(process.chart ? 'moveBeginChart' : 'moveBegin')}>
        <select id={`${id}-element`} className="control" value={move.element} onChange={({ target }) => change({ element: target.value })}>
          <option value="">{text(process.chart ? 'moveChoose' : 'moveBeginNone')}</option>
          {process.steps.map(({ node, step }) => <option key={node} value={node}>{pick(step, language)}</option>)}
        </select>
      </Field>
      {!process.chart && move.element !== '' && (
        <Choices id={`${id}-place`} legend={text('movePlace')} value={move.place} onChange={(place) => change({ place })}
          choices={(['before', 'after'] as const).map((value) => ({ value, label: text(`movePlace_${value}`) }))} />
      )}
      <TextArea id={`${id}-reason`} rows={2} label={text('incidentReason')} hint={text('incidentReasonHint')} error={tried && wrong.reason ? text('incidentReasonMissing') : undefined} value={move.reason} maxLength={1000} onChange={(event) => change({ reason: event.target.value })} />
      {ahead && <MoveAhead ahead={ahead} />}
      {problem && (problem.code === 'invalid' ? <Refused why={problem.errors.map(({ message }) => message)} /> : <ActProblem problem={problem} />)}
      <p className="row">
        <Button busy={look.busy} kind={ahead ? 'plain' : 'main'} onClick={() => press(look.run)}>{text('moveLook')}</Button>
        {ahead && <Button kind="main" busy={go.busy} onClick={() => press(go.run)}>{text('moveNow')}</Button>}
      </p>
    </form>
  );
};

const Refused = ({ why }: { why: readonly string[] }) => {
  const text = useText();
  return (
    <div role="alert">
      <Notice kind="soon" title={text('moveUnfit')}>{why.map((each) => <p key={each} className="small">{each}</p>)}</Notice>
    </div>
  );
};
