import { useState } from 'react';
import { FormPage, type FormPageProps } from '../../forms/ui/form-page.tsx';
import { isWithin, validate, type FieldError } from '../../forms/validate.ts';
import type { DossierView } from '../../server/api/dossier.ts';
import type { SupplementView } from '../../server/api/supplement.ts';
import type { TaskView } from '../../server/api/task.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { useText } from '../filing/words.ts';
import { fileHref } from '../forms/file-href.ts';
import { uploadTo } from '../forms/upload.ts';
import { useForm, type LoadedForm } from '../forms/use-form.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useUnsent } from '../shell/use-unsent.ts';
import { useAct } from '../../ui/use-act.ts';
import { changesOf, fieldsOf, remarksOf, unchangedOf } from './flagged.ts';
import { OwnStep } from './own-step.tsx';
import { useSendAnswer } from './use-send-answer.ts';

interface FixProps {
  task: TaskView;
  supplement: SupplementView;
  dossier: DossierView;
  loaded: LoadedForm;
}

/** Just the flagged fields, each with the officer's remark beside it. */
const Fix = ({ task, supplement, dossier, loaded: { form, check, catalogues } }: FixProps) => {
  const text = useText();
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const unsent = useUnsent<{ readonly answer: FormPageProps['answer']; readonly note: string }>(`step.${task.id}`, { answer: dossier.data, note: '' });
  const { answer, note } = unsent.value;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sent, setSent] = useState(false);
  const fields = fieldsOf(supplement.items);
  const send = useSendAnswer(task);
  const act = useAct(async (key) => {
    const changes = changesOf(supplement.items, answer);
    await send({ changes, ...(note.trim() && { note: note.trim() }) }, key);
    unsent.forget();
    setSent(true);
  });
  const submit = () => {
    const judged = validate(form, check, answer, { at, catalogues }).errors.filter(({ path }) => fields.some((id) => isWithin(path.replace(/\.\d+(?=\.|$)/g, '[]'), id)));
    const unchanged = note.trim() ? [] : unchangedOf(supplement.items, dossier.data, answer);
    const found = [...judged, ...unchanged.filter(({ path }) => !judged.some((error) => error.path === path)).map(({ path, label }) => {
      const message = text('supplementUnchanged', { label: pick(label, language) });
      return { path, keyword: 'unchanged', message: { vi: message, en: message } };
    })];
    setErrors(found);
    if (found.length === 0) act.run();
  };
  if (sent)
    return (
      <Page title={text('supplementDone')} caption={dossier.code}>
        <Notice kind="done"><p>{text('supplementDoneHint')}</p></Notice>
        <ButtonLink kind="main" href={`/dossiers/${dossier.id}`}>{text('filedOpen')}</ButtonLink>
      </Page>
    );
  return (
    <Page title={text('supplementTitle')} caption={dossier.subject ?? undefined} back={<BackLink href={`/dossiers/${dossier.id}`} label={dossier.code} />} error={errors.length > 0}>
      <p>{text('supplementLead')} {supplement.respondBy && <strong>{text('supplementBy', { date: longDate(supplement.respondBy, language) })}</strong>}</p>
      {supplement.remark && <Notice><p>{supplement.remark}</p></Notice>}
      {act.problem && <ProblemView error={act.problem} />}
      <FormPage
        form={form}
        page={{ id: 'supplement', section: '', title: { vi: text('supplementTitle'), en: text('supplementTitle') }, fields }}
        answer={answer}
        onChange={(next) => unsent.change({ answer: next, note })}
        errors={errors}
        onSubmit={submit}
        lang={language}
        at={at}
        catalogues={catalogues}
        onUpload={uploadTo({ task: task.id }, form)}
        fileHref={fileHref}
        remarks={remarksOf(supplement.items)}
        heading={false}
      >
        <TextArea id="note" label={text('supplementNote')} hint={text('supplementNoteHint')} optional maxLength={2000} value={note} onChange={(event) => unsent.change({ answer, note: event.target.value })} />
        <Button kind="main" type="submit" busy={act.busy}>{text('supplementSend')}</Button>
      </FormPage>
    </Page>
  );
};

const Closed = ({ dossier }: { dossier: string }) => {
  const text = useText();
  return (
    <Page title={text('supplementClosed')}>
      <p>{text('supplementClosedHint')}</p>
      <ButtonLink kind="main" href={`/dossiers/${dossier}`}>{text('filedOpen')}</ButtonLink>
    </Page>
  );
};

const WithForm = ({ task, supplement, dossier }: Omit<FixProps, 'loaded'>) => {
  const form = useForm(dossier.procedure.key, dossier.form, dossier.procedureVersion.hash);
  return <LoadPage of={form}>{(loaded) => <Fix task={task} supplement={supplement} dossier={dossier} loaded={loaded} />}</LoadPage>;
};

const Corrections = ({ task, supplement }: { task: TaskView; supplement: SupplementView }) => {
  const dossier = useResource('GET /api/dossiers/:id', { params: { id: task.dossier.id } });
  return <LoadPage of={dossier}>{(data) => <WithForm task={task} supplement={supplement} dossier={data} />}</LoadPage>;
};

const Fetched = ({ task }: { task: TaskView }) => {
  const [first] = useState(task);
  if (first.can.complete && first.supplement) return <Corrections task={first} supplement={first.supplement} />;
  if (first.can.complete && first.form) return <OwnStep task={first} form={first.form} />;
  return <Closed dossier={task.dossier.id} />;
};

const Opened = ({ id }: { id: string }) => {
  const task = useResource('GET /api/tasks/:id', { params: { id } });
  return <LoadPage of={task}>{(data) => <Fetched task={data} />}</LoadPage>;
};

/** A step of the applicant: a supplement corrects what was flagged and nothing else; any other step asks its own form. */
export const SupplementPage = ({ task }: { task: string }) => <SignedIn>{() => <Opened id={task} />}</SignedIn>;
