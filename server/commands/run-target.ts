import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { UsageError } from './command.ts';
import { reasonOf } from './given-file.ts';
import { packageIn } from './package-in.ts';

/** What `motcua run` runs: a process file, and the folder of the package it belongs to. */
export interface RunTarget {
  readonly file: string;
  readonly folder?: string;
}

const isFile = (path: string): Promise<boolean> => stat(path).then((facts) => facts.isFile(), () => false);

/** A package's folder stands for the process in it. */
export async function runTarget(path: string): Promise<RunTarget> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new UsageError(`expected a .bpmn or .statechart.json file, or a package folder, at ${path}, but ${reasonOf(error)}`);
  });
  if (!facts.isDirectory()) {
    if (!/\.(bpmn|statechart\.json)$/.test(path)) throw new UsageError(`expected a .bpmn or .statechart.json file, or a package folder, but got ${path}`);
    return { file: path, ...(await isFile(join(dirname(path), 'procedure.json')) && { folder: dirname(path) }) };
  }
  for (const name of [statechartFile, bpmnFile]) if (await isFile(join(path, name))) return { file: join(path, name), folder: path };
  throw new UsageError(`expected ${bpmnFile} or ${statechartFile} in ${path}, but there is neither`);
}

/** The package, when it loads: what is wrong with it, `motcua check` tells. */
export async function loadedIn(folder: string): Promise<LoadedProcedure | undefined> {
  const loading = await loadPackage(await packageIn(folder));
  return 'package' in loading ? loading.package : undefined;
}
