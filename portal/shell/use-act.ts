import { useRef, useState } from 'react';
import { newKey } from '../../ui/api.ts';
import type { Problem } from '../../ui/problem.ts';
import { isProblem } from '../../ui/problem.ts';

/**
 * An act on the server behind a button: busy while it runs, its problem if it was refused.
 * The idempotency key stays the same until the act succeeds, so that pressing again cannot do it twice.
 */
export const useAct = <A extends readonly unknown[]>(act: (key: string, ...given: A) => Promise<void>) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string>(undefined);
  const run = (...given: A) => {
    if (busy) return;
    key.current ??= newKey();
    setBusy(true);
    setProblem(undefined);
    void finish(act(key.current, ...given));
  };
  const finish = async (acting: Promise<void>) => {
    try {
      await acting;
      key.current = undefined;
    } catch (error) {
      if (!isProblem(error)) throw error;
      // a refusal is an answer: the next press is a new act
      if (error.status >= 400 && error.status < 500) key.current = undefined;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem };
};
