import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type Ref } from 'react';
import type { AdvanceTrial, Trial } from '../../server/api/trial.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { benchNow, changedTexts } from '../package/bench.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { ClockBar } from './clock-bar.tsx';
import { keepTrial, trialOf } from './open-trials.ts';
import { PlayerFrame } from './player-frame.tsx';
import { TrialDossiers } from './trial-dossiers.tsx';
import './trial.css';

const pollMilliseconds = 2_000;

/** The designer is citizen, clerk and leader on what is edited, saved or not, with the clock in their own hand. */
export const TrialPage = ({ packageKey: key, nameOf, onShow }: { packageKey: string; nameOf: (id: string) => string; onShow: () => void }) => {
  const text = useText();
  const client = useQueryClient();
  const [id, setId] = useState(trialOf(key));
  const asked = queryOf('GET /api/designer/trials/:id', { params: { id: id ?? '' } });
  const found = useQuery({ ...asked, enabled: id !== undefined, refetchInterval: pollMilliseconds, retry: false });
  // Goes up when the clock was moved: what stands on the screens is from before.
  const [moves, setMoves] = useState(0);
  // the button that begins or ends is gone then: whoever pressed it goes on where the next thing is to be done
  const landing = useRef<HTMLElement>(null);
  const isOpen = id !== undefined;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current !== isOpen) landing.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  const take = (trial: Trial) => client.setQueryData(queryOf('GET /api/designer/trials/:id', { params: { id: trial.id } }).queryKey, trial);
  const starting = useAct(async () => {
    const trial = await call('POST /api/designer/procedures/:key/trial', { params: { key }, body: { files: changedTexts(benchNow(key)) } });
    take(trial);
    keepTrial(key, trial.id);
    setId(trial.id);
  });
  const moving = useAct(async (_key: string, body: AdvanceTrial) => {
    take(await call('POST /api/designer/trials/:id/advance', { params: { id: id ?? '' }, body }));
    setMoves((count) => count + 1);
  });
  const leave = () => {
    keepTrial(key, undefined);
    setId(undefined);
  };
  const ending = useAct(async () => {
    await call('DELETE /api/designer/trials/:id', { params: { id: id ?? '' } });
    leave();
  });
  const gone = id !== undefined && isProblem(found.error, 'not-found');
  if (!isOpen || gone) {
    return (
      <>
        <h2 ref={landing as Ref<HTMLHeadingElement>} tabIndex={-1}>{text('tryTitle')}</h2>
        <p className="trial-lead">{text('tryLead')}</p>
        {gone && <Notice kind="soon" title={text('tryGone')} />}
        {starting.problem && (isProblem(starting.problem, 'not-sound') ? <Notice kind="danger" title={text('tryNotSound')}><p>{text('tryNotSoundHint')}</p></Notice> : <ProblemView error={starting.problem} />)}
        <Button kind="main" busy={starting.busy} onClick={() => starting.run()}>{text('tryStart')}</Button>
      </>
    );
  }
  if (found.data === undefined) return found.error ? <ProblemView error={found.error} retry={() => void found.refetch()} /> : null;
  return (
    <div className="trial">
      <ClockBar trial={found.data} moving={moving}>
        <Button small busy={starting.busy} title={text('tryAgainHint')} onClick={() => starting.run()}>{text('tryAgain')}</Button>
        <Button small busy={ending.busy} onClick={() => ending.run()}>{text('tryEnd')}</Button>
      </ClockBar>
      {starting.problem && <ProblemView error={starting.problem} />}
      <div className="trial-stage">
        <PlayerFrame key={found.data.id} landing={landing} trial={found.data} moves={moves} />
        <TrialDossiers packageKey={key} trial={found.data} nameOf={nameOf} onShow={onShow} />
      </div>
    </div>
  );
};
