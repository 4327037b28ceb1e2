import type { Budget } from '../engine/soundness/explore.ts';
import type { Finding } from './finding.ts';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';
import type { PackageFiles } from './package-files.ts';
import { bpmnFile, statechartFile } from './process-path.ts';
import { proofOf } from './proof.ts';
import { rules } from './rules/index.ts';

/** What is wrong with a package that loads: rule by rule, then what the proof of its process finds. */
export function checkLoaded(loaded: LoadedProcedure, budget?: Budget): readonly Finding[] {
  const file = loaded.definition.machine ? statechartFile : bpmnFile;
  return [...rules.flatMap(({ name, check }) => [...check(loaded)].map((finding) => ({ rule: name, file, ...finding }))), ...proofOf(loaded, budget).map((finding) => ({ file, ...finding }))];
}

/** Everything that is wrong with a package: what keeps it from loading, or else what the rules find. Never throws for its content. */
export async function checkPackage(files: PackageFiles, budget?: Budget): Promise<readonly Finding[]> {
  const loading = await loadPackage(files);
  return 'findings' in loading ? loading.findings : [...loading.warnings, ...checkLoaded(loading.package, budget)];
}
