import { useEffect, useState } from 'react';
import type { ProofFinding } from '../../engine/soundness/prove.ts';
import type { Finding } from '../../server/api/designer.ts';

const restMilliseconds = 150;

/** Rules that the proof of a process speaks of, and nothing else does; the time that the law allows is known to the server alone. */
const rules: Readonly<Record<Exclude<ProofFinding['rule'], 'time-sum'>, true>> = {
  'option-to-complete': true, 'proper-completion': true, 'dead-element': true, safeness: true, 'endless-loop': true,
  'gateway-gap': true, 'model-fault': true, 'messages-taken': true, 'not-decided': true,
};

export interface Proven {
  readonly xml: string;
  readonly findings: readonly Finding[];
}

/** What the proof says of a process as it is drawn now, made in a worker of this browser; nothing until it has come. */
export const useProof = (xml: string | undefined): Proven | undefined => {
  const [proven, setProven] = useState<Proven>();
  useEffect(() => {
    if (xml === undefined) return undefined;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<readonly Finding[]>) => {
        setProven({ xml, findings: data });
        worker?.terminate();
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin of its own
      worker.postMessage(xml);
    }, restMilliseconds);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [xml]);
  return proven?.xml === xml ? proven : undefined;
};

/** Until the server has checked the whole package anew: what it said before of all else, and what the proof says now. */
export const withProof = (before: readonly Finding[] | undefined, { findings }: Proven): readonly Finding[] => {
  const said = new Set(findings.map(({ rule, element }) => `${rule} ${element}`));
  return [...findings, ...(before ?? []).filter(({ rule, element }) => !Object.hasOwn(rules, rule) && !said.has(`${rule} ${element}`))];
};
