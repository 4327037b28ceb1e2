import type { Budget } from '../engine/soundness/explore.ts';
import { checkLoaded } from './check-loaded.ts';
import type { Finding } from './finding.ts';
import { loadPackage } from './load.ts';
import type { PackageFiles } from './package-files.ts';

/** Everything that is wrong with a package: what keeps it from loading, or else what the rules find. Never throws for its content. */
export async function checkPackage(files: PackageFiles, budget?: Budget, today?: string): Promise<readonly Finding[]> {
  const loading = await loadPackage(files);
  return 'findings' in loading ? loading.findings : [...loading.warnings, ...checkLoaded(loading.package, budget, today)];
}
