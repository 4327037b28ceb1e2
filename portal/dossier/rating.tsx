import { useEffect, useState, type FormEvent } from 'react';
import type { DossierView } from '../../server/api/dossier.ts';
import type { RatingAsked } from '../../server/api/rating.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';

interface RatingProps {
  dossier: DossierView;
  onRated: () => void;
}

/** How satisfied the citizen was: words, not stars to guess at. Which, and what else is asked, comes with the dossier. */
export const Rating = ({ dossier, onRated }: RatingProps) => {
  const text = useText();
  const language = useLanguage();
  const { rating, ratingAsked } = dossier;
  if (rating) return <Notice kind="done" title={text('ratedTitle')}><p>{text('rated', { word: pick(rating.word, language) })}</p></Notice>;
  return ratingAsked && <Form asked={ratingAsked} dossier={dossier} onRated={onRated} />;
};

const Form = ({ asked, dossier, onRated }: RatingProps & { asked: RatingAsked }) => {
  const text = useText();
  const language = useLanguage();
  const [score, setScore] = useState<string>();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(async () => {
    await call('POST /api/dossiers/:id/rating', { params: { id: dossier.id }, body: { score: Number(score), ...(Object.keys(answers).length > 0 && { answers: { ...answers } }), ...(comment.trim() && { comment: comment.trim() }) } });
    onRated();
  });
  // It comes after the page: the browser has looked for the place by then.
  useEffect(() => {
    if (location.hash === '#rating') document.getElementById('rating')?.scrollIntoView();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!score);
    if (score) act.run();
  };
  return (
    <form id="rating" onSubmit={submit} noValidate>
      <h2>{text('rateTitle')}</h2>
      <Choices id="score" legend={pick(asked.question, language)} error={missing ? text('rateMissing') : undefined} value={score} onChange={setScore} choices={asked.scale.map((one) => ({ value: String(one.score), label: pick(one.word, language) }))} />
      {asked.questions.length > 0 && (
        <details className="rating-more">
          <summary>{text('rateMore')}</summary>
          {asked.questions.map(({ id, text: question, answers: some }) => (
            <Choices key={id} id={`rating-${id}`} legend={pick(question, language)} value={answers[id]} onChange={(value) => setAnswers({ ...answers, [id]: value })} choices={some.map(({ value, word }) => ({ value, label: pick(word, language) }))} />
          ))}
        </details>
      )}
      <TextArea id="comment" label={text('rateComment')} optional maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
      <Button kind="main" type="submit" busy={act.busy}>{text('rateSend')}</Button>
      {act.problem && <ProblemView error={act.problem} />}
    </form>
  );
};
