import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { queryOf } from '../../ui/query.ts';
import { useAct } from '../../ui/use-act.ts';
import { allBrought, benchNow, changedTexts, goOnFrom, settle, standingOf } from './bench.ts';
import { dropGone, forgetSaved, keepSaved } from './file-text.ts';

/** Saves what lies on the bench as the next revision of the draft; nothing is lost when somebody was quicker. */
export const useSave = (key: string) => {
  const client = useQueryClient();
  // Asked for while a save was on its way: done when it is.
  const waiting = useRef<() => void>(undefined);
  const [newer, setNewer] = useState<DraftPackage>();
  const refresh = () => client.invalidateQueries({ queryKey: queryOf('GET /api/designer/procedures/:key', { params: { key } }).queryKey });
  const act = useAct(async (_key, after?: () => void) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await allBrought(key);
    const bench = benchNow(key);
    const files = changedTexts(bench);
    if (files.length > 0) {
      try {
        const saved = await call('PUT /api/designer/procedures/:key/draft', { params: { key }, body: { ...standingOf(bench), files } });
        keepSaved(client, key, files, saved.revision);
        settle(key, saved, files);
      } catch (error) {
        if (!isProblem(error, 'revision-conflict')) throw error;
        setNewer((error.current as DraftPackage | undefined) ?? (await call('GET /api/designer/procedures/:key', { params: { key } })).draft);
        return;
      }
      await refresh();
      dropGone(client, key, files);
    }
    after?.();
    waiting.current?.();
    waiting.current = undefined;
  });
  /** Goes on from what the other saved: with our texts on top, or without them. */
  const resolve = async (keepOurs: boolean) => {
    if (!newer) return;
    setNewer(undefined);
    goOnFrom(key, newer, keepOurs);
    await forgetSaved(client, key);
    if (keepOurs) act.run();
  };
  const save = (after?: () => void) => {
    waiting.current = act.busy ? after : undefined;
    act.run(after);
  };
  return { save, busy: act.busy, problem: act.problem, newer, resolve, later: () => setNewer(undefined) };
};
