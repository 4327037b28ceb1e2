import { useState, type FormEvent } from 'react';
import type { DossierView } from '../../server/api/dossier.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useAct } from '../shell/use-act.ts';
import { useText } from './words.ts';

const scores = ['5', '4', '3', '2', '1'] as const;
type Score = (typeof scores)[number];

/** How satisfied the citizen was: five words, not five stars to guess at. */
export const Rating = ({ dossier, onRated }: { dossier: DossierView; onRated: () => void }) => {
  const text = useText();
  const [score, setScore] = useState<Score>();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(async () => {
    await call('POST /api/dossiers/:id/rating', { params: { id: dossier.id }, body: { score: Number(score), ...(comment.trim() && { comment: comment.trim() }) } });
    onRated();
  });
  if (dossier.rating) {
    const given = scores.find((each) => Number(each) === dossier.rating?.score) ?? '3';
    return <Notice kind="done" title={text('ratedTitle')}><p>{text('rated', { word: text(`score_${given}`) })}</p></Notice>;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!score);
    if (score) act.run();
  };
  return (
    <form id="rating" onSubmit={submit} noValidate>
      <h2>{text('rateTitle')}</h2>
      <Choices id="score" legend={text('rateQuestion')} error={missing ? text('rateMissing') : undefined} value={score} onChange={setScore} choices={scores.map((value) => ({ value, label: text(`score_${value}`) }))} />
      <TextArea id="comment" label={text('rateComment')} optional maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
      <Button kind="main" type="submit" busy={act.busy}>{text('rateSend')}</Button>
      {act.problem && <ProblemView error={act.problem} />}
    </form>
  );
};
