import { useState } from 'react';
import type { Account } from '../../server/api/session.ts';
import type { TaskView } from '../../server/api/task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime, timeLimit } from '../../ui/format.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { pick } from '../../ui/language.ts';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useKeys } from '../shell/use-keys.ts';
import { useText } from '../words.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { ActProblem } from './act-problem.tsx';
import { useAssign, useClaim, useRelease } from './use-claim.ts';

const Assign = ({ task }: { task: TaskView }) => {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState('');
  const assign = useAssign(() => setOpen(false));
  return (
    <>
      <Button kind="quiet" small onClick={() => setOpen(true)}>{text('assign')}</Button>
      <Dialog open={open} title={text('assignTitle')} onClose={() => setOpen(false)}
        actions={<><Button kind="main" busy={assign.busy} onClick={() => person !== '' && assign.run(task, person)}>{text('assign')}</Button><Button onClick={() => setOpen(false)}>{text('notYet')}</Button></>}>
        {assign.problem && <ActProblem problem={assign.problem} />}
        <Select id="assign-to" label={text('assignTo')} value={person} any={text('choosePerson')} onChange={setPerson} options={task.assignable.map(({ id, name }) => ({ value: id, label: name }))} />
      </Dialog>
    </>
  );
};

/** Who has the step and until when; taking it, giving it back, giving it to someone. */
export const Owner = ({ task, account }: { task: TaskView; account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const roleName = useRoleName();
  const claim = useClaim();
  const release = useRelease();
  const { assignee, clock, can } = task;
  useKeys({ claim: () => can.claim && claim.run(task) });
  const who = assignee === null ? text('nobodyYet') : assignee.id === account.id ? text('yours') : assignee.name;
  return (
    <div className="owner">
      <div className="row">
        {clock.limit !== null || clock.dueAt !== null ? <ClockState verdict={clock.verdict} left={clock.left} /> : <span className="muted small">{text('noLimit')}</span>}
        {clock.dueAt && <span className="muted small">{text('stepDue', { at: dateTime(clock.dueAt) })}{clock.limit && ` (${timeLimit(clock.limit, language)})`}</span>}
      </div>
      <div className="row">
        <span className="small">{task.roles.map(roleName).join(' / ')}, {pick(task.unit.name, language)}: <strong>{who}</strong></span>
        {can.claim && <Button small busy={claim.busy} onClick={() => claim.run(task)}>{text('claim')}</Button>}
        {can.release && <Button kind="quiet" small busy={release.busy} onClick={() => release.run(task)}>{text('release')}</Button>}
        {task.assignable.length > 0 && <Assign task={task} />}
      </div>
      {(claim.problem ?? release.problem) && <ActProblem problem={(claim.problem ?? release.problem)!} />}
    </div>
  );
};
