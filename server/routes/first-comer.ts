import type { Store } from '../../storage/store.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Does an act on a step; when someone else was first, the problem says who and when. */
export async function tellingFirst<Result>(store: Store, taskId: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError) || !['task-closed', 'task-taken', 'version-conflict'].includes(error.code)) throw error;
    const first = await store.read(async (tx) => {
      const task = await tx.tasks.first({ id: taskId });
      const by = task?.closedBy ?? task?.claimedBy ?? null;
      return { by: by === null ? undefined : (await tx.accounts.first({ id: by }))?.name, at: task?.closedAt ?? task?.claimedAt ?? null };
    });
    const { by: _, at: __, ...facts } = error.facts;
    throw new ProblemError(error.code, { ...facts, ...(first.by === undefined ? {} : { by: first.by }), ...(first.at === null ? {} : { at: first.at }) });
  }
}
