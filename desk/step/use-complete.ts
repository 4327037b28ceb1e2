import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Data } from '../../engine/state.ts';
import type { TaskView } from '../../server/api/task.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { tellDone } from '../shell/flash.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { listHref } from '../worklist/place.ts';
import { serverErrors, type StepState } from './step-state.ts';
import { dropTyped } from './typed.ts';

/** Sends the step's answer. Afterwards: the next step of the worklist, or this dossier as it stands now. */
export const useComplete = (task: TaskView, step: StepState, account: string) => {
  const client = useQueryClient();
  const [, go] = useLocation();
  return useAct(async (key, data: Data, after: 'stay' | 'next') => {
    try {
      const done = await call('POST /api/tasks/:id/complete', { params: { id: task.id }, body: { expectedVersion: task.dossier.version, data }, key });
      dropTyped(account, task.id);
      tellDone({ step: task.name, code: task.dossier.code, open: done.open, dossier: done.dossier, state: done.state });
      if (after === 'stay') go(`/dossiers/${done.dossier}`);
      else go(done.nextTask ? `/tasks/${done.nextTask}` : listHref());
    } catch (error) {
      // the server judged the answer too, and said where it does not stand
      if (isProblem(error, 'invalid') && error.errors.length > 0)
        step.setErrors(serverErrors(error.errors));
      throw error;
    } finally {
      await refresh(client);
    }
  });
};
