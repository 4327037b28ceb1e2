import { useState } from 'react';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { TaskView } from '../../server/api/task.ts';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { StepAnswer } from '../dossier/step-answer.tsx';
import { useText } from '../words.ts';

/** What the step before this one wrote: the question an agency is asked, the draft to review. Open at once for an agency. */
export const Before = ({ task, dossier }: { task: TaskView; dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const [open, setOpen] = useState(task.role === 'consulted_agency');
  const before = dossier.steps
    .filter(({ answer, form, role, closedAt }) => answer && form && role !== 'applicant' && role !== 'consulted_agency' && closedAt !== null && closedAt <= task.openedAt)
    .toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''))[0];
  if (!before?.form || !before.answer) return null;
  return (
    <details className="before" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('stepBefore', { step: pick(before.name, language) })}</summary>
      <p className="small muted">{before.by?.name} · {dateTime(before.closedAt ?? before.openedAt)}</p>
      {open && <StepAnswer dossier={dossier} form={before.form} answer={before.answer} />}
    </details>
  );
};
