import type { Budget } from '../engine/soundness/explore.ts';
import type { Finding } from './finding.ts';
import type { LoadedProcedure } from './loaded.ts';
import { bpmnFile, statechartFile } from './process-path.ts';
import { proofOf } from './proof.ts';
import { rules } from './rules/index.ts';

/** What is wrong with a package that loads: rule by rule, then what the proof of its process finds. What has ended before `today` serves dossiers that were filed before, and is held to less. */
export const checkLoaded = (loaded: LoadedProcedure, budget?: Budget, today?: string): readonly Finding[] => [...checkRules(loaded, today), ...checkProof(loaded, budget, today)];

/** What the rules find: quick, whatever the process is. */
export const checkRules = (loaded: LoadedProcedure, today?: string): readonly Finding[] =>
  rules.flatMap(({ name, check }) => [...check(loaded, today)].map((finding) => ({ rule: name, file: fileOf(loaded), ...finding })));

/** What the proof finds: it takes as long as there are ways. */
export const checkProof = (loaded: LoadedProcedure, budget?: Budget, today?: string): readonly Finding[] => proofOf(loaded, budget, today).map((finding) => ({ file: fileOf(loaded), ...finding }));

const fileOf = ({ definition }: LoadedProcedure): string => (definition.machine ? statechartFile : bpmnFile);
