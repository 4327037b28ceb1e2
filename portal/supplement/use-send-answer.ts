import { useRef } from 'react';
import type { TaskView } from '../../server/api/task.ts';
import type { Data } from '../../engine/state.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';

const mostTries = 3;

/**
 * Sends the applicant's answer to a step of theirs. The dossier may have moved while they wrote: a paper was issued, an
 * office answered beside them. Their step is as it was, since nobody else can do it, so the answer goes with the version as
 * it stands now, and once more where it moved just then. A step that was closed meanwhile is refused as such. Pressed again
 * because no answer came, it is the same act: the same key with the same version.
 */
export const useSendAnswer = ({ id }: TaskView): ((data: Data, key: string) => Promise<void>) => {
  const sent = useRef<{ readonly key: string; readonly version: number }>(undefined);
  const afresh = async (key: string) => (sent.current = { key, version: (await call('GET /api/tasks/:id', { params: { id } })).dossier.version });
  return async (data, key) => {
    let { version } = sent.current?.key === key ? sent.current : await afresh(key);
    for (let tries = 1; ; tries += 1)
      try {
        await call('POST /api/tasks/:id/complete', { params: { id }, body: { expectedVersion: version, data }, key: `${key}-${version}` });
        return;
      } catch (error) {
        if (!isProblem(error, 'version-conflict') || tries === mostTries) throw error;
        ({ version } = await afresh(key));
      }
  };
};
