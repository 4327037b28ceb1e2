import { useMemo, useState } from 'react';
import type { Data } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { fieldOf } from '../../forms/field-path.ts';
import { FormPage } from '../../forms/ui/form-page.tsx';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { Account } from '../../server/api/session.ts';
import type { TaskView } from '../../server/api/task.ts';
import { addressOf } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { ActProblem } from './act-problem.tsx';
import { Composer, type Application } from './composer.tsx';
import { flagsIn } from './composition.ts';
import { Confirm, weightOf } from './confirm.tsx';
import { decisionWord } from './decision-word.ts';
import { LetterPreview } from './letter-preview.tsx';
import { Barred } from './barred.tsx';
import { Before } from './before.tsx';
import { Owner } from './owner.tsx';
import { Raise } from './raise.tsx';
import { stepPage } from './step-page.ts';
import type { StepState } from './step-state.ts';
import { uploadFor } from './upload.ts';
import { useComplete } from './use-complete.ts';
import { wantedLetters } from './wanted-letters.ts';
import './step.css';

interface StepPaneProps {
  readonly task: TaskView;
  readonly step: StepState;
  readonly dossier: DeskDossier;
  readonly application: Application | undefined;
  readonly account: Account;
  readonly onVisit: (path: string) => void;
}

/** The open step: whose it is, what came back, its form, what it leads to, and the decision. */
export const StepPane = ({ task, step, dossier, application, account, onVisit }: StepPaneProps) => {
  const text = useText();
  const language = useLanguage();
  const complete = useComplete(task, step, account.id);
  const [asking, setAsking] = useState<{ readonly data: Data; readonly after: 'stay' | 'next' }>();
  const { form, answer } = step;
  const weight = weightOf(task, step);
  const word = form && decisionWord(form, answer);
  const decision = word ? pick(word, language) : text('completeStep');
  const decide = (after: 'stay' | 'next') => {
    const data = step.judge();
    if (!data) return;
    if (weight === 'none') complete.run(data, after);
    else setAsking({ data, after });
  };
  const letters = wantedLetters(task.letters, answer, dossier.steps.flatMap((done) => (done.answer ? [done.answer] : [])));
  // a missing remark is told by the place it belongs to
  const errors = useMemo(() => step.errors.map((error) => {
    const place = flagsIn(answer)[Number(/^items\.(\d+)\.remark$/.exec(error.path)?.[1] ?? -1)];
    const label = place && application && expand(application.form).fields.get(fieldOf(place.path))?.ui.label;
    const message = label && text('remarkMissing', { label: pick(label, language) });
    return message ? { ...error, message: { vi: message, en: message } } : error;
    // oxlint-disable-next-line react/exhaustive-deps -- told once, when it was judged
  }), [step.errors, language]);
  const buttons = (
    <>
      <Composer step={step} dossier={dossier} answerBy={task.answerBy} application={application} onVisit={onVisit} />
      {letters.length > 0 && <div className="letters-row">{letters.map((letter) => <LetterPreview key={letter.key} task={task} letter={letter} answer={answer} />)}</div>}
      {complete.problem && <ActProblem problem={complete.problem} />}
      <div className="decide">
        <Button kind="main" type="submit" busy={complete.busy}>{text('decideNext', { decision })}</Button>
        <Button busy={complete.busy} onClick={() => decide('stay')}>{decision}</Button>
      </div>
    </>
  );
  return (
    <section className="step" aria-labelledby="step-title">
      <h2 id="step-title">{pick(task.name, language)}</h2>
      <Owner task={task} account={account} />
      {task.returned && task.barred !== 'closed' && (
        <Notice kind="soon" title={text('returnedBy', { name: task.returned.by, at: dateTime(task.returned.at) })}>
          {task.returned.remark && <p className="pre">{task.returned.remark}</p>}
        </Notice>
      )}
      <Before task={task} dossier={dossier} />
      <Barred task={task} dossier={dossier} />
      {step.restored && task.can.complete && (
        <Notice><p>{text('restored')} <Button kind="quiet" small onClick={step.startAgain}>{text('startAgain')}</Button></p></Notice>
      )}
      {task.form === null && task.can.complete && <form onSubmit={(event) => { event.preventDefault(); decide('next'); }}>{buttons}</form>}
      {task.form !== null && !form && (step.failed ? <ProblemView error={step.failed} /> : <Skeleton />)}
      {form && (
        <FormPage
          form={form} page={stepPage(form)} answer={answer} onChange={step.setAnswer} errors={errors} onSubmit={() => decide('next')}
          lang={language} at={step.at} catalogues={step.catalogues} heading={false} readOnly={!task.can.complete}
          onUpload={uploadFor(task.id)} fileHref={({ file }) => addressOf('GET /api/files/:id', { id: file }, { inline: '1' })}
        >
          {task.can.complete ? buttons : <></>}
        </FormPage>
      )}
      <Raise task={task} account={account.id} />
      <Confirm weight={weight} decision={decision} data={asking?.data} task={task} step={step} dossier={dossier} application={application} account={account}
        onNo={() => setAsking(undefined)}
        onYes={() => {
          if (asking) complete.run(asking.data, asking.after);
          setAsking(undefined);
        }} />
    </section>
  );
};
