import { startTimers, type StartTimer } from '../../engine/self-started.ts';
import { checkLoaded } from '../../procedures/check-loaded.ts';
import type { Finding } from '../../procedures/finding.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { OwnRole } from '../../procedures/own-role.ts';
import { staffOf, type Staff } from './unstaffed.ts';

/** A package that loads: its name, what begins its dossiers by itself, for the unit with the code `office`, and the roles that it adds. */
export interface Loaded { readonly key: string; readonly hash: string; readonly timers: readonly StartTimer[]; readonly office?: string; readonly roles?: Readonly<Record<string, OwnRole>> }

/** What is wrong with a package, and its name and who does its steps when it loads. */
export interface Inspection { readonly findings: readonly Finding[]; readonly loaded?: Loaded; readonly staff?: Staff }

/** A proof that takes longer is given up and said to be not decided; of processor time. */
const milliseconds = 2_000;
const states = 10_000;

/** Milliseconds of processor time of this thread so far. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Reads a package once, for its faults and its name. Takes as long as the content makes it: strangers' content is inspected on the bench. */
export async function inspectPackage(files: PackageFiles, today?: string): Promise<Inspection> {
  const loading = await loadPackage(files);
  if (!('package' in loading)) return { findings: loading.findings };
  const { procedure: { key, office, roles }, hash, definition } = loading.package;
  // How long reading took, and what else a busy machine has to do, is no matter of the proof.
  const began = spent();
  const findings = [...loading.warnings, ...checkLoaded(loading.package, { states, milliseconds, elapsed: () => spent() - began }, today)];
  return { findings, loaded: { key, hash, timers: startTimers(definition), ...(office && { office: office.unit }), ...(roles && { roles }) }, staff: staffOf(loading.package) };
}
