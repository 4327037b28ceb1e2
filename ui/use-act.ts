import { useRef, useState } from 'react';
import { newKey } from './api.ts';
import { isProblem, type Problem } from './problem.ts';

export interface Act<A extends readonly unknown[]> {
  readonly run: (...given: A) => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Says no more what was refused. */
  readonly forget: () => void;
}

/**
 * An act on the server behind a button: busy while it runs, its problem if it was refused.
 * The idempotency key stays the same while no answer came, so that pressing again cannot do the act twice.
 */
export const useAct = <A extends readonly unknown[]>(act: (key: string, ...given: A) => Promise<void>): Act<A> => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string>(undefined);
  const attempt = async (sent: string, given: A) => {
    try {
      await act(sent, ...given);
      key.current = undefined;
    } catch (error) {
      if (!isProblem(error)) throw error;
      // a refusal is an answer: the next press is a new act
      if (error.status >= 400 && error.status < 500) key.current = undefined;
      setProblem(error);
    }
  };
  const run = (...given: A) => {
    if (busy) return;
    key.current ??= newKey();
    setBusy(true);
    setProblem(undefined);
    void attempt(key.current, given).finally(() => setBusy(false));
  };
  return { run, busy, problem, forget: () => setProblem(undefined) };
};
