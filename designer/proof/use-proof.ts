import { useEffect, useMemo, useState } from 'react';
import { rules } from '../../procedures/rules/index.ts';
import type { Finding } from '../../server/api/designer.ts';
import { ask } from './ask.ts';
import type { Texts } from './read-package.ts';

const packageRules: ReadonlySet<string> = new Set(rules.map(({ name }) => name));

interface Proven {
  /** What the rules find. */
  readonly quick: readonly Finding[];
  /** What the proof finds, or found the last time while this one goes on. */
  readonly proof: readonly Finding[];
}

/**
 * What this browser finds in the package as it is edited now, in a worker; nothing until something has come. What the rules find comes
 * first; until that and the proof have come, what was found before stands, so that nothing flickers.
 */
export const useProof = (files: Texts | undefined): readonly Finding[] | undefined => {
  const [proven, setProven] = useState<Proven>();
  useEffect(() => {
    if (files === undefined) return undefined;
    const stop = new AbortController();
    let quick: readonly Finding[] = [];
    const early = (found: readonly Finding[] | undefined) => {
      quick = found ?? [];
      if (!stop.signal.aborted) setProven((before) => ({ quick, proof: before?.proof ?? [] }));
    };
    // Whatever fails here, the server checks too. The whole begins with what came early.
    ask({ ask: 'check', files }, { signal: stop.signal, early }).then((found) => setProven(found && { quick, proof: found.slice(quick.length) }), () => undefined);
    return () => stop.abort();
  }, [files]);
  return useMemo(() => proven && [...proven.quick, ...proven.proof], [proven]);
};

const jsonFile = /^(procedure\.json|(forms|letters|connectors|called)\/.*)$/;

/** What the server alone knows: whether somebody can do a step, what an adopter changed besides its own, and whether files in JSON have their shape. */
const isServers = ({ rule, file }: Finding): boolean => rule === 'role-unstaffed' || rule === 'adopted-outside' || (file !== undefined && jsonFile.test(file) && !packageRules.has(rule));

/** Until the server has checked anew: what the browser finds now, and what the server alone knows. */
export const withProof = (before: readonly Finding[] | undefined, proven: readonly Finding[]): readonly Finding[] => [...proven, ...(before ?? []).filter(isServers)];
