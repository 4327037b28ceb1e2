import { Eye } from 'lucide-react';
import { useState } from 'react';
import { FormPage, type FormPageProps } from '../../forms/ui/form-page.tsx';
import { validate, type FieldError } from '../../forms/validate.ts';
import type { TaskView } from '../../server/api/task.ts';
import { addressOf } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { longDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../filing/words.ts';
import { fileHref } from '../forms/file-href.ts';
import { uploadTo } from '../forms/upload.ts';
import { useForm, type LoadedForm } from '../forms/use-form.ts';
import { LoadPage } from '../shell/load.tsx';
import { useUnsent } from '../shell/use-unsent.ts';
import { useAct } from '../../ui/use-act.ts';
import { useSendAnswer } from './use-send-answer.ts';

/** The questions of the step on one page, and the button that sends the answer. */
const Questions = ({ task, loaded: { form, check, catalogues }, onSent }: { task: TaskView; loaded: LoadedForm; onSent: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const unsent = useUnsent<FormPageProps['answer']>(`step.${task.id}`, task.data);
  const { value: answer, change: setAnswer } = unsent;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const send = useSendAnswer(task);
  const act = useAct(async (key) => {
    const { value: data } = validate(form, check, answer, { at, catalogues });
    await send(data, key);
    unsent.forget();
    onSent();
  });
  const submit = () => {
    const found = validate(form, check, answer, { at, catalogues }).errors;
    setErrors(found);
    if (found.length === 0) act.run();
  };
  const [first] = form.ui.pages;
  return (
    <>
      {act.problem && <ProblemView error={act.problem} />}
      <FormPage
        form={form} page={{ id: task.node, section: first?.section ?? '', title: first?.title ?? form.title, fields: form.ui.pages.flatMap(({ fields }) => fields) }} heading={false}
        answer={answer} onChange={setAnswer} errors={errors} onSubmit={submit} lang={language} at={at} catalogues={catalogues} onUpload={uploadTo({ task: task.id }, form)} fileHref={fileHref}
      >
        <Button kind="main" type="submit" busy={act.busy}>{text('ownStepSend')}</Button>
      </FormPage>
    </>
  );
};

const WithForm = ({ task, form, onSent }: { task: TaskView; form: NonNullable<TaskView['form']>; onSent: () => void }) => {
  const resource = useForm(form.procedure, form.key, form.version);
  return <LoadPage of={resource}>{(loaded) => <Questions task={task} loaded={loaded} onSent={onSent} />}</LoadPage>;
};

/** What the procedure asks of the applicant on the way besides a supplement: to look at a draft, to say that a tax is paid, whether they are content. */
export const OwnStep = ({ task, form }: { task: TaskView; form: NonNullable<TaskView['form']> }) => {
  const text = useText();
  const language = useLanguage();
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <Page title={text('ownStepDone')} caption={task.dossier.code}>
        <Notice kind="done"><p>{text('ownStepDoneHint')}</p></Notice>
        <ButtonLink kind="main" href={`/dossiers/${task.dossier.id}`}>{text('filedOpen')}</ButtonLink>
      </Page>
    );
  return (
    <Page title={pick(task.name, language)} caption={task.dossier.subject ?? undefined} back={<BackLink href={`/dossiers/${task.dossier.id}`} label={task.dossier.code} />}>
      {task.clock.dueAt && <p>{text('ownStepBy', { date: longDate(task.clock.dueAt, language) })}</p>}
      {task.letters.map(({ key, name, issued }) => issued !== null && (
        <p key={key}><ButtonLink outside href={addressOf('GET /api/letters/:id', { id: issued }, { inline: '1' })}><Icon of={Eye} />{text('ownStepPaper', { paper: pick(name, language) })}</ButtonLink></p>
      ))}
      <WithForm task={task} form={form} onSent={() => setSent(true)} />
    </Page>
  );
};
