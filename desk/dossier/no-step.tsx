import type { DeskDossier } from '../../server/api/desk.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** A dossier opened by itself: my open steps to go on with, or whose turn it is. */
export const NoStep = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const { myTasks, turn } = dossier;
  if (myTasks.length > 0)
    return (
      <section className="no-step">
        <h2>{text('yourSteps')}</h2>
        {myTasks.map(({ task, name }) => <p key={task}><ButtonLink kind="main" href={`/tasks/${task}`}>{pick(name, language)}</ButtonLink></p>)}
      </section>
    );
  return (
    <Notice title={text('noStepHere')}>
      <p>{turn.whose === 'nobody' ? text('closedHint') : text('turnOf', { who: turn.unit && turn.whose !== 'applicant' ? pick(turn.unit.name, language) : text(`whose_${turn.whose}`), step: turn.step ? `: ${pick(turn.step, language)}` : '' })}</p>
    </Notice>
  );
};
