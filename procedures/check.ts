import type { Finding } from './finding.ts';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';
import type { PackageFiles } from './package-files.ts';
import { bpmnFile, statechartFile } from './process-file.ts';
import { rules } from './rules/index.ts';

/** What is wrong with a package that loads, rule by rule. */
export const checkLoaded = (loaded: LoadedProcedure): readonly Finding[] =>
  rules.flatMap(({ name, check }) => [...check(loaded)].map((finding) => ({ rule: name, file: loaded.definition.machine ? statechartFile : bpmnFile, ...finding })));

/** Everything that is wrong with a package: what keeps it from loading, or else what the rules find. Never throws for its content. */
export async function checkPackage(files: PackageFiles): Promise<readonly Finding[]> {
  const loading = await loadPackage(files);
  return 'findings' in loading ? loading.findings : [...loading.warnings, ...checkLoaded(loading.package)];
}
