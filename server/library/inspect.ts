import { checkLoaded } from '../../procedures/check.ts';
import type { Finding } from '../../procedures/finding.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';

/** What is wrong with a package, and its name when it loads. */
export interface Inspection { readonly findings: readonly Finding[]; readonly loaded?: { readonly key: string; readonly hash: string } }

/** Reads a package once, for its faults and its name. Takes as long as the content makes it: strangers' content is inspected on the bench. */
export async function inspectPackage(files: PackageFiles): Promise<Inspection> {
  const loading = await loadPackage(files);
  if (!('package' in loading)) return { findings: loading.findings };
  return { findings: [...loading.warnings, ...checkLoaded(loading.package)], loaded: { key: loading.package.procedure.key, hash: loading.package.hash } };
}
