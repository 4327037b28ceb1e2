import { useEffect, useState } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { changedTexts, useBench } from './bench.ts';

export interface Checking {
  /** Of the last check that came back; `undefined` before the first. */
  readonly findings: readonly Finding[] | undefined;
  readonly busy: boolean;
  /** The last try gave no answer. */
  readonly failed: boolean;
}

const restMilliseconds = 700;

/** Checks the draft with what lies on the bench, a moment after the last change. */
export const useCheck = (key: string): Checking => {
  const bench = useBench(key);
  const [state, setState] = useState<Checking>({ findings: undefined, busy: true, failed: false });
  const { edits, revision, turn } = bench;
  useEffect(() => {
    const stop = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const check = async () => {
      try {
        const { findings } = await call('POST /api/designer/procedures/:key/check', { params: { key }, body: { files: changedTexts({ edits, revision, turn, hashes: {} }) }, signal: stop.signal });
        setState({ findings, busy: false, failed: false });
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!isProblem(error)) throw error;
        setState((before) => ({ ...before, busy: false, failed: true }));
      }
    };
    const timer = setTimeout(() => void check(), restMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, edits, revision, turn]);
  return state;
};
