import { useEffect, useState } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { withProof } from '../proof/use-proof.ts';
import { changedTexts, useBench, type Bench } from './bench.ts';

export interface Checking {
  /** Of the last check that came back; `undefined` before the first. */
  readonly findings: readonly Finding[] | undefined;
  readonly busy: boolean;
  /** The last try gave no answer. */
  readonly failed: boolean;
  /** Asks once more, without a change. */
  readonly again: () => void;
}

const restMilliseconds = 700;

/** Checks the draft with what lies on the bench, a moment after the last change; what the browser itself finds comes first. */
export const useCheck = (key: string, proven: readonly Finding[] | undefined): Checking => {
  const { edits } = useBench(key);
  const [state, setState] = useState<{ readonly findings?: readonly Finding[]; readonly failed?: boolean; readonly about?: Bench['edits'] }>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const check = async () => {
      try {
        const { findings } = await call('POST /api/designer/procedures/:key/check', { params: { key }, body: { files: changedTexts({ edits }) }, signal: stop.signal });
        setState({ findings, about: edits });
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!isProblem(error)) throw error;
        setState((before) => ({ ...before, failed: true, about: edits }));
      }
    };
    const timer = setTimeout(() => void check(), restMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a try more asks the same again
  }, [key, edits, tries]);
  const busy = state.about !== edits;
  return { findings: (busy || state.failed) && proven ? withProof(state.findings, proven) : state.findings, failed: state.failed ?? false, busy, again: () => setTries((before) => before + 1) };
};
