import type { DeskDossier } from '../../server/api/desk.ts';
import type { TaskView } from '../../server/api/task.ts';
import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../words.ts';

/** Why the reader cannot do the step although it can be read; when somebody was first, who and when. */
export const Barred = ({ task, dossier }: { task: TaskView; dossier: DeskDossier }) => {
  const text = useText();
  if (!task.barred) return null;
  const done = dossier.steps.find((step) => step.task === task.id);
  return (
    <output className="block">
      <Notice kind="soon" title={text(`barred_${task.barred}`)}>
        {task.barred === 'closed' && done?.by && done.closedAt && <p>{text('conflictByAt', { name: done.by.name, at: dateTime(done.closedAt) })}</p>}
        {task.barred === 'claimed-by-other' && task.assignee && <p>{text('conflictByAt', { name: task.assignee.name, at: dateTime(task.claimedAt ?? task.openedAt) })}</p>}
        {task.barred === 'four-eyes' && <p>{text('fourEyesHint')}</p>}
      </Notice>
    </output>
  );
};
