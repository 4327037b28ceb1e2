import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useText } from '../words.ts';

const conflicts = ['version-conflict', 'task-taken', 'task-closed', 'dossier-closed'] as const;
type Conflict = (typeof conflicts)[number];
const isConflict = (code: string): code is Conflict => (conflicts as readonly string[]).includes(code);

/** A refused act. Somebody was first: who, when, and that nothing typed is lost. */
export const ActProblem = ({ problem }: { problem: Problem }) => {
  const text = useText();
  if (isConflict(problem.code))
    return (
      <div role="alert">
        <Notice kind="soon" title={text(`conflict_${problem.code}`)}>
          {problem.by && <p>{problem.at ? text('conflictByAt', { name: problem.by, at: dateTime(problem.at) }) : text('conflictBy', { name: problem.by })}</p>}
          <p>{text(problem.code === 'version-conflict' ? 'conflictAgain' : 'conflictKept')}</p>
        </Notice>
      </div>
    );
  if (problem.code === 'four-eyes' || problem.code === 'forbidden')
    return (
      <div role="alert">
        <Notice kind="soon" title={problem.title}>
          <p>{problem.detail}</p>
        </Notice>
      </div>
    );
  return <ProblemView error={problem} />;
};
