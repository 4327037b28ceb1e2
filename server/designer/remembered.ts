import { createHash } from 'node:crypto';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Inspection } from '../library/inspect.ts';
import type { BenchAnswer, BenchJob } from './bench.ts';
import type { Workbench } from './workbench.ts';

/** Packages whose inspection is remembered; those that were asked for longest ago are forgotten first. */
const most = 100;

const digestOf = (files: PackageFiles): string => {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(`${JSON.stringify(path)} ${typeof content} ${typeof content === 'string' ? Buffer.byteLength(content) : content.length}\n`).update(content);
  }
  return hash.digest('base64');
};

/** What was given up for want of time may be found another time. */
const isFinal = ({ findings }: Inspection): boolean => findings.every(({ rule }) => rule !== 'not-decided' && rule !== 'too-much');

/** What is found in content depends on it and the day alone, so every house of this process knows it. */
const ofThisProcess = new Map<string, Inspection>();

/** A workbench that inspects the same content once a day: lists of procedures, a change that was taken back and a review ask again for what is known. */
export function remembered(bench: Workbench, known: Map<string, Inspection> = ofThisProcess): Workbench {
  return {
    put: async <Job extends BenchJob>(job: Job): Promise<BenchAnswer<Job>> => {
      if (job.work !== 'inspect') return bench.put(job);
      const key = `${job.today} ${digestOf(job.files)}`;
      const inspection = known.get(key) ?? ((await bench.put(job)) as Inspection);
      known.delete(key);
      if (isFinal(inspection)) known.set(key, inspection);
      for (const oldest of known.size > most ? known.keys() : []) {
        known.delete(oldest);
        break;
      }
      return inspection as BenchAnswer<Job>;
    },
  };
}
