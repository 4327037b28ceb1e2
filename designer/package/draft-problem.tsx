import { useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import type { DraftPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import type { Act } from '../../ui/use-act.ts';
import { useText, type Text } from '../words.ts';
import { forgetSaved } from './file-text.ts';

/** Who did what with a draft meanwhile, and when; where no draft is left, it was published or thrown away. */
export const doneMeanwhile = ({ revision, savedBy, savedAt }: DraftPackage, text: Text): string =>
  text(revision > 0 ? 'savedMeanwhile' : 'endedMeanwhile', { name: savedBy?.name ?? text('somebody'), at: dateTime(savedAt) });

/** Why something was not done to a draft. Where another was quicker: who, and the way to what stands now. */
export const DraftProblem = ({ of: { problem, forget }, packageKey }: { of: Pick<Act<never>, 'problem' | 'forget'>; packageKey: string }) => {
  const text = useText();
  const client = useQueryClient();
  if (problem === undefined) return undefined;
  const newer = isProblem(problem, 'revision-conflict') ? (problem.current as DraftPackage | undefined) : undefined;
  if (newer === undefined) return <ProblemView error={problem} />;
  const see = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    // the button goes with what it said
    (currentTarget.closest('dialog')?.querySelector('button') ?? currentTarget.closest<HTMLElement>('[data-pane]'))?.focus();
    await forgetSaved(client, packageKey);
    forget();
  };
  return (
    <div role="alert">
      <Notice kind="soon" title={text('conflict')}>
        <p>{doneMeanwhile(newer, text)} {text('notDone')}</p>
        <Button onClick={(event) => void see(event)}>{text('seeMeanwhile')}</Button>
      </Notice>
    </div>
  );
};
