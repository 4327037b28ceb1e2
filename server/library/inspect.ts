import { checkLoaded } from '../../procedures/check.ts';
import type { Finding } from '../../procedures/finding.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { performersOf, type Performer } from './unstaffed.ts';

/** What is wrong with a package, and its name and who does its steps when it loads. */
export interface Inspection { readonly findings: readonly Finding[]; readonly loaded?: { readonly key: string; readonly hash: string }; readonly performers?: readonly Performer[] }

/** A proof that takes longer is given up and said to be not decided. */
const milliseconds = 2_000;
const states = 10_000;

/** Reads a package once, for its faults and its name. Takes as long as the content makes it: strangers' content is inspected on the bench. */
export async function inspectPackage(files: PackageFiles): Promise<Inspection> {
  const began = performance.now();
  const loading = await loadPackage(files);
  if (!('package' in loading)) return { findings: loading.findings };
  return { findings: [...loading.warnings, ...checkLoaded(loading.package, { states, milliseconds, elapsed: () => performance.now() - began })], loaded: { key: loading.package.procedure.key, hash: loading.package.hash }, performers: performersOf(loading.package.definition) };
}
