import { useRef, useState } from 'react';
import { newKey } from '../../ui/api.ts';
import { isProblem, type Problem } from '../../ui/problem.ts';

/**
 * An act on the server behind a button: busy while it runs, its problem if it was refused. The idempotency key
 * stays the same while no answer came, so that pressing again cannot do the act twice.
 */
export const useAct = <A extends readonly unknown[]>(act: (key: string, ...given: A) => Promise<void>) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string>(undefined);
  const perform = async (...given: A) => {
    key.current ??= newKey();
    setBusy(true);
    setProblem(undefined);
    try {
      await act(key.current, ...given);
      key.current = undefined;
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.status >= 400 && error.status < 500) key.current = undefined;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { run: (...given: A) => void (busy || perform(...given)), busy, problem, forget: () => setProblem(undefined) };
};
