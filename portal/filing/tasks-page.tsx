import type { Page as FormPage } from '../../forms/form.ts';
import { valueAt } from '../../forms/field-path.ts';
import type { Draft } from '../../server/api/draft.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { TaskList } from '../../ui/task-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import { sections } from './page-facts.ts';
import { SaveState } from './save-state.tsx';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

/** The parts of the application, in any order; the summary opens when all are done. */
export const TasksPage = ({ draft, loaded: { form }, filing }: { draft: Draft; loaded: LoadedForm; filing: FilingRun }) => {
  const text = useText();
  const language = useLanguage();
  const pages = new Map(form.ui.pages.map((page): [string, FormPage] => [page.id, page]));
  const answered = (id: string) => pages.get(id)?.fields.some((field) => valueAt(filing.answers, field) !== undefined) ?? false;
  const tasks = sections(form, filing.facts, answered).map(({ section, href, state }) => ({
    title: pick(form.ui.sections[section] ?? { vi: section }, language),
    href: `/filing/${draft.id}/${href}`,
    state,
  }));
  const done = tasks.filter(({ state }) => state === 'completed' || state === 'optional').length;
  const ready = done === tasks.length;
  const name = pick(draft.procedure.name, language);
  return (
    <Page title={text('filingTasks')} back={<BackLink href={`/services/${draft.procedure.key}`} label={name} />}>
      {filing.problem && <ProblemView error={filing.problem} />}
      {draft.versionChanged && <Notice title={text('versionChanged')}><p>{text('versionChangedHint')}</p></Notice>}
      <p>{text('filingLead')}</p>
      <p><strong>{text('tasksDone', { done, all: tasks.length })}</strong></p>
      <TaskList items={tasks} />
      {ready ? <ButtonLink kind="main" href={`/filing/${draft.id}/check`}>{text('filingCheck')}</ButtonLink> : <p className="muted">{text('filingCheckLocked')}</p>}
      <SaveState filing={filing} />
    </Page>
  );
};
